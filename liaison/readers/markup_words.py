"""Les mots qui écrivent une page, un dessin, un document : ceux des balises et des attributs, jamais un nom là."""

from __future__ import annotations

# HTML and SVG, closed lists: what is in neither is read.
_TAGS = (
    "a abbr acronym address animate animateMotion animateTransform applet area article aside audio b base basefont"
    " bdi bdo bgsound big blink blockquote body br button canvas caption center circle cite clipPath code col colgroup"
    " data datalist dd defs del desc details dfn dialog dir div dl dt ellipse em embed feBlend feColorMatrix"
    " feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow"
    " feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset"
    " fePointLight feSpecularLighting feSpotLight feTile feTurbulence fieldset figcaption figure filter font footer"
    " foreignObject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins"
    " kbd label legend li line linearGradient link main map mark marker marquee mask math menu meta metadata meter nav"
    " nobr noframes noscript object ol optgroup option output p param path pattern picture polygon polyline pre"
    " progress q radialGradient rect rp rt ruby s samp script search section select set slot small source span stop"
    " strike strong style sub summary sup svg switch symbol table tbody td template text textPath textarea tfoot th"
    " thead time title tr track tspan tt u ul use var video view wbr"
)
_ATTRIBUTES = (
    "abbr accept accept-charset accesskey action align alink allow allowfullscreen alt aria-atomic aria-autocomplete"
    " aria-busy aria-checked aria-colcount aria-colindex aria-colspan aria-controls aria-current aria-describedby"
    " aria-description aria-details aria-disabled aria-errormessage aria-expanded aria-flowto aria-haspopup"
    " aria-hidden aria-invalid aria-keyshortcuts aria-label aria-labelledby aria-level aria-live aria-modal"
    " aria-multiline aria-multiselectable aria-orientation aria-owns aria-placeholder aria-posinset aria-pressed"
    " aria-readonly aria-relevant aria-required aria-roledescription aria-rowcount aria-rowindex aria-rowspan"
    " aria-selected aria-setsize aria-sort aria-valuemax aria-valuemin aria-valuenow aria-valuetext async"
    " autocapitalize autocomplete autofocus autoplay background bgcolor border capture cellpadding cellspacing charset"
    " checked cite class clear clip-path clip-rule clipPathUnits color cols colspan content contenteditable controls"
    " coords crossorigin cx cy d data datetime decoding default defer dir direction dirname disabled display"
    " dominant-baseline download draggable dx dy enctype enterkeyhint face fetchpriority fill fill-opacity fill-rule"
    " filter filterUnits font-family font-size font-style font-weight for form formaction formenctype formmethod"
    " formnovalidate formtarget frameborder fx fy gradientTransform gradientUnits headers height hidden high href"
    " hreflang hspace http-equiv id imagesizes imagesrcset in in2 inert inputmode integrity is ismap itemid itemprop"
    " itemref itemscope itemtype kind label lang letter-spacing link list loading loop low marginheight marginwidth"
    " marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask maskUnits max maxlength media"
    " method min minlength multiple muted name nomodule nonce noshade novalidate nowrap offset onabort onblur onchange"
    " onclick onclose oncontextmenu ondblclick ondrag ondrop onerror onfocus oninput onkeydown onkeypress onkeyup"
    " onload onmousedown onmousemove onmouseout onmouseover onmouseup onpaste onreset onresize onscroll onselect"
    " onsubmit ontoggle onunload opacity open optimum orient overflow part pathLength pattern patternTransform"
    " patternUnits ping placeholder playsinline points popover poster preload preserveAspectRatio r readonly refX refY"
    " referrerpolicy rel required result rev reversed role rotate rows rowspan rules rx ry sandbox scope scrolling"
    " selected shape size sizes slot span spellcheck spreadMethod src srcdoc srclang srcset start stdDeviation step"
    " stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin"
    " stroke-miterlimit stroke-opacity stroke-width style summary systemLanguage tabindex target text text-anchor"
    " text-rendering textLength title transform transform-origin translate type usemap valign value vector-effect"
    " version viewBox visibility vlink vspace width word-spacing wrap x x1 x2 xlink:href xml:lang xml:space y y1 y2"
)
# What the names of OOXML and of OpenDocument are made of: « table-cell » of two, « tblGrid » of two.
_OFFICE = (
    "a about above abstract aca accelerate accent acceptance accumulate action active actual actuate add additive"
    " address addresses adjust adjustment adornments advanced advise af after against alg algn algorithm alias aliases"
    " align alignment alive all allow allowed alone alpha alphabetic alphabetical alt alternate always am ambient"
    " anchor and ang angle angled animate animation animations annotation annotations annote ansi apart app append"
    " applet application apply archive are area areas arrangement array as ascending ascent ascii asia asian aspect"
    " assign asterisk at attached attachment attr attribute audio author authors auto autofit automatic autospace"
    " autospacing average avg axes axis b back backface background backslash backup backward balance band banding bar"
    " bars base based bbox bc bdo bdr before begin behavior behaviors behaviour behind below best between bevel bf bg"
    " bibliography bidi bin binary bind binding bk bl black blank blinking blip blob block blue blur body bold book"
    " bookmark booktitle bool boolean border borderfor borders bot bottom bound boundaries bounds box boxes br"
    " brackets break breaking breaks brightness brk browser bstr build built builtin bullet button buttons bw bx by"
    " byte c ca cache cached caches calc calculated calculation calendar camera candle cant cap capitalize caps"
    " caption captions case categories category cell cells center centered centering cf cfe cff cfo cfvo chain change"
    " changed changes chap chapter char character characters chars charset chart chartsheet che check checkbox checked"
    " checksum chf child cho choice chunk circle citation city class cleanup clear click clip clipped clips close clr"
    " clsid cm cmpd cn cnf code codes coerce col collapsed color colors cols column columns combine combo combobox"
    " comma command comment comments compact company compat compatibility complete completed complex compose compress"
    " concave concentric concurrent cond condense condition conditional conditions config configuration conformance"
    " connect connection connections connector consecutive consolidate consolidation constrained contains content"
    " contents contextual contiguous continuation continue contour contrast contributor control controls conv"
    " conversion convert copies copy core corner corners count country coverage covered cp cr crash created creation"
    " creator credentials criteria crop crypt cs csb css cstheme ct cube culling culture currency current curve custom"
    " cut cx cy cycle cycles d dash data database datasource datastore datatype date dates day db dd dde decelerate"
    " decimal decl decls decorated deep def default defaults defined definition degree del delay delete deleted"
    " deletes deletion deletions delim delimited delimiter delta demarcate denominator denormalized dependencies"
    " dependency depth derivation desc descending descent description descriptor design destination detail details"
    " detective dev diagonal dialogsheet difference different diffuse diffusion dig digest digit digits dim dimension"
    " dimensional dimensions dir direct direction directions dirty disable disabled discrete disk disp displaced"
    " display dist distance div divisor divs dk dll dm dn do doc document domain dots double down downs dpi dr draft"
    " drag draw drawing drill drilled drop dropdown dstrike dt dtr duplicates dur duration dv dxa dxf dxfs dya dynamic"
    " e ea east eb echo ed edge edges edit editable edited editing edition editor effect element elements ellipse em"
    " email embed embedded emboss emissive emphasize empty enable enabled encoding encryption enctype end endless"
    " endnote endnotes endsync enforcement engine enhanced entries entry envelope eol equal equation era err error"
    " errors esc escape eval evaluation even event every ex exception exclusive execute exit exp expand expansion"
    " exponent export expression expressions ext extend extendable extension extent external extra extract extrude"
    " extrusion f face facing factor fade failed fallback false family fax fc fe ff fg fi field fields file filetime"
    " fill fills filter filters find first firstname fit fixed flat fld floating floor flow fmt fmtid fmts focal focus"
    " fol fold folder followed follows font fonts footer footnote footnotes for force forced forget form format"
    " formats formatted formatting forms formula formulas forward fr frac fraction fractional frame frames frameset"
    " from front ftr full function future fx fy g gain gallery gamma gap generation generator generic geometry get"
    " ghost global glossary glue glyph goal grad gradient grammar grammatical grand graphic graphics green grid group"
    " grouped grouping groups grow grp gs gte guid guide gutter h handle handout hang hanging hangul harsh has hash"
    " hatch hdr header headers heading headings height heights help hf hidden hide hier hierarchies hierarchy"
    " highlight highlighted hint history hlink hole horizontal horz hour hours howpublished hps href ht html hyperlink"
    " hyperlinks hyphen hyphenate hyphenation hyphens i icon id identifier identify ideographic idmap idx if ignorable"
    " ignore ignored illustration ilvl image ime immersive implementation import imprint in inch include increment ind"
    " indent indentation indents independent index indexed indicator influence info information initial initialisation"
    " initials ink inline inner input ins insert insertion inserts inside institution instr int integer intensity"
    " intermediate interpolation interval invalid inversion is isbn iso issn italic item items iterate iteration"
    " japanese jc join journal just justification justify k keep kern kerning key keys keyword keywords kind kinsoku"
    " kpi kpis l label labels ladder lang language last lastname lat latent latin layer layout leader leading least"
    " leave leaving left legacy legend len length letter level levels lfe lff lfo lgl lhe lhf lho lid light lighting"
    " like lim limit lin line linear linecap linejoin linenumbering lines link linkage linked links list listbox"
    " listener listeners ln lo load local locale location lock locked logarithmic logo lon long look loss lower lowest"
    " lpstr lpwstr lsd lst lt luminance lvl m mac macro mail main major man manager manifest manual map mapped mapping"
    " mappings maps mar margin margins mark marked marker marks markup master match math mathematical matrix max"
    " maximized maximum may mbrs mdx mean measure measures media member members memory menu merge merged meta metadata"
    " metal method metrics mime mimetype min minimized minimum minor minute minutes mirror missing mixed mm mod mode"
    " model modification modified modifiers month motion mouse move movement moves movie mp mps mru ms multi multiple"
    " must mw n name named names namespace namespaces namespaceuri nary nav navigation navigator nc ndxf negative new"
    " next nf nil nl no node nohref none normal normals not note notes notice notify np ns nsid null num number"
    " numbered numbering numbers numerator nv o obj object objects oblob oc odc odd odso odxf of off offs offset olap"
    " old ole one only opacity operation operator optimal optimize option options or order organizations organize"
    " orient orientation orig origin original orphans ostorage ostream other outer outline over overflow overhang"
    " overlap overline override p padding page pages pairs pane panose paper para paragraph paragraphs parallel param"
    " parameter parameters parent parse part parts password paste path pattern pause pen per percent percentage period"
    " perm persistent personal pg ph phone phonetic pic pict picture pictures pid pie pilot pitch pivot pixels"
    " placeholder places placing play plc plot plugin pm png point points polar polygon polyline pos position"
    " possessive post postal pp pr pre precision prefer preferred prefix presentation preserve preset preview previous"
    " print printable printed printer printing priority privacy private procedure process processing product prog"
    " projection prompt prompted prompts proof prop properties property prot protect protected protection provider"
    " province prst pt ptab publish published publisher publishing punct punctuation push q qf qs qualifier quarter"
    " query quote r ra rad radial radio radius raf raise range ranges rank ratio raw rc rcc rcft rcmt rcv rdn read"
    " reading readonly recalc recipient recipients recommended reconnection record records recover recovery recreate"
    " rect rectangle red redefine ref reference references refers refresh refreshable refreshed refs region register"
    " regression regular rejecting rel relation relationship relationships relative relief reload rely remain remove"
    " rendered repair repeat repeated replacement reply report republish requires reservation resize resolution"
    " resource restart result return rev reverse reviewed revision revisions rfc rfe rff rfmt rfo rgb rhe rhf rho rich"
    " rig right rights ris rm roll root rot rotate rotation rounding row rows rqt rrc rsid rsids rsnm rt rtl ruby rule"
    " ruler rules run runs rup rx ry s salt same sat save saved saving sb scale scaled scenario scenarios scene schema"
    " scheme school scientific scope screen script scripts scroll scrollbar sd sdt search second secondary seconds"
    " sect section security segments select selected selection semi semicolon send sender sensitive sentence sep"
    " separated separation separator separators seq sequence series server service set sets setting settings setup"
    " shade shadow shape shapedefaults shapeid shapelayout shapes shared sharing sharpness shd shdw sheet sheets shift"
    " shininess short shortcut show showing shown shrink si sid sig sign simple single size skew slant slide slides"
    " slope small smart snap soft solid solution solutions solve sort sound source sources sp space spaces spacing"
    " span spanned spans spec specular specularity speed spelling sphere spidmax spin spline splines split splitbar"
    " spread spreadsheet sql sqref square src srgb sst st stacked standard start state statement statistic stats"
    " status statusbar stay std stemh stemv step steps stick stock stop stops storage store stored stp stream street"
    " stretch stretchpoint strict strike strikethrough string strings stripes stroke structure style styles sub"
    " subdocs subject submission subqueries subquery subset subsetted subtitle subtotal subtotals subtype suff suffix"
    " sum summary support supported suppress surround swap switched syllable sym symbol symbols sync sys system sz t"
    " tab table tables tabs tag tags target tbl tblp tc template temporary tentative text textarea textbox textual"
    " texture tgt theme then thick thicket thickness thousands three threshold through thumbnail tick tight tile time"
    " times tint tip tips title titles tl tmpl to toc together toggle tooltip top topic total totals tp tpl tplc tpls"
    " tr track tracked trail transform transformation transformed transition transliteration transparency tray treat"
    " trend tristate true truncate truth tuple two txbx type typeface types u ua udl ui uint ul unbalanced unbound"
    " underline undo undone unhide unicode unique unit units unlocked unselected up update updated updates upgrade"
    " upper uri url usable usage usb use used user users v vacated val validate validation validations value values"
    " vanish var variable variant vars vb vector vendor verb version vert vertical view viewpoint views visibility"
    " visible visited visual vm vml vol volatile volume vpn vrp vstream vup w wall watch watches web week weight wgp"
    " when white whitespace whole widow widows width widths wildcards win window windows with wizard word words work"
    " workbook worksheet wp wpc wrap wrapped write writing wsp ww x xf xforms xfrm xfs xl xlm xml xpath xslt y year z"
    " zero zeros zone zones zoom"
)
PAGE_TAGS, PAGE_ATTRIBUTES = frozenset(_TAGS.split()), frozenset(_ATTRIBUTES.split())
PAGE_WORDS = frozenset(word.lower() for word in PAGE_TAGS | PAGE_ATTRIBUTES)
OFFICE_WORDS = frozenset(_OFFICE.split())
PAGE_VOCABULARIES = frozenset(("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"))
_OPEN_DOCUMENT = (
    "animation chart config container datastyle dr3d drawing form manifest meta"
    " office presentation script smil-compatible style svg-compatible table text xsl-fo-compatible"
)
OFFICE_VOCABULARIES = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
        "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
        "http://schemas.microsoft.com/office/mac/office/2008/main",
        "http://schemas.microsoft.com/office/word/2006/wordml",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "urn:schemas-microsoft-com:mac:vml",
        "urn:schemas-microsoft-com:office:excel",
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
        "urn:schemas-microsoft-com:vml",
        "http://purl.org/dc/dcmitype/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/2001/XMLSchema-instance",
        *(f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0" for part in _OPEN_DOCUMENT.split()),
    )
)

__all__ = ["OFFICE_VOCABULARIES", "OFFICE_WORDS", "PAGE_ATTRIBUTES", "PAGE_TAGS", "PAGE_VOCABULARIES", "PAGE_WORDS"]
