// Our own line drawings on a grid of 24 by 24: one path each, so that a screen and a canvas draw the same.
import { svg } from "../kit/dom.js";

/** The path of each pictogram: every name of `Pictogram` in liaison/practice/model.py, then those of the frame. */
export const PICTOGRAMS = {
  cle: "M12 15.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10.8 12.7 20 3.5M17 6.5l3 3M14 9.5l2 2",
  personne: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0",
  famille:
    "M8 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 8 10zM17.3 14a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM2 20.5a6 6 0 0 1 11.2-3M13 20.5a4.4 4.4 0 0 1 8.8 0",
  groupe:
    "M12 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.5 20a5.5 5.5 0 0 1 11 0M4.6 12.4a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM19.4 12.4a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM1.5 18.5a3.6 3.6 0 0 1 3.8-3.2M22.5 18.5a3.6 3.6 0 0 0-3.8-3.2",
  maison: "M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-5.5h4V20",
  menu: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  enveloppe: "M3 5.5h18v13H3zM3.5 6.5 12 13l8.5-6.5",
  stylo: "M4 20l1.2-4.2L16 5l3 3L8.2 18.8zM13.8 7.2l3 3M12.5 20H20",
  envoyer: "M21 3 3 10.5l7 3.5 3.5 7zM10 14 21 3",
  trombone: "M19.5 11.5 12 19a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.6 1.6 0 0 1-2.2-2.2l7-7",
  photo: "M3 8h4l2-3h6l2 3h4v11.5H3zM12 16.8a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8z",
  recherche: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 21 21",
  cahier: "M6 3h13v18H6zM3.5 7.5h5M3.5 12h5M3.5 16.5h5M11.5 8.5h4.5M11.5 12.5h4.5",
  horaire: "M3 4.5h18v15H3zM3 9.5h18M9 9.5v10M15 9.5v10M3 14.5h18",
  document: "M6 3h8l5 5v13H6zM14 3v5h5M9.5 12.5h6M9.5 16.5h6",
  note: "M4 3.5V20h16.5M8.5 16.5V13M13 16.5V9M17.5 16.5V6",
  livret: "M12 6.5C10 5 7 4.5 3 5v14c4-.5 7 0 9 1.5 2-1.5 5-2 9-1.5V5c-4-.5-7 0-9 1.5zM12 6.5v14",
  cloche: "M6 17v-6a6 6 0 0 1 12 0v6l1.8 2H4.2zM10 22h4M12 5V3",
  absence:
    "M9 11a3.6 3.6 0 1 0 0-7.2A3.6 3.6 0 0 0 9 11zM2.5 20.5a6.6 6.6 0 0 1 10.6-5.2M15.5 14.5l5.5 5.5M21 14.5 15.5 20",
  carnet: "M6 3h12.5v18H6zM10 3v7l2.2-1.7L14.4 10V3M9 16.5c1-2.5 2 1.2 3 0s2-1.2 3.5 0",
  couverts: "M7 3v18M4 3v5a3 3 0 0 0 6 0V3M17.5 21V3c-3 2-3.5 6-3.5 10h3.5",
  bourse: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.8 8.6a4.6 4.6 0 1 0 0 6.8M7 10.9h6.5M7 13.3h5.5",
  fiche: "M3 5h18v14H3zM8.3 11.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 16a2.9 2.9 0 0 1 5.6 0M14 9.5h4M14 13.5h4",
  orientation: "M12 3v18M12 5h6l2.5 2.5L18 10h-6M12 11.5H6L3.5 14 6 16.5h6M9 21h6",
  calendrier: "M4 5.5h16V21H4zM4 10.5h16M8 3v5M16 3v5M8 14.5h1M12 14.5h1M16 14.5h.5M8 17.5h1M12 17.5h1",
  horloge: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.5 2",
  camera: "M3 7h12v10H3zM15 11l6-3.5v9L15 13",
  bulle: "M4 4.5h16v11.5h-9L6.5 20v-4H4z",
  micro: "M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6",
  main:
    "M7.5 13.5v-7a1.5 1.5 0 0 1 3 0V11M10.5 11V4.5a1.5 1.5 0 0 1 3 0V11M13.5 11V5.5a1.5 1.5 0 0 1 3 0V12M16.5 12V8.5a1.5 1.5 0 0 1 3 0V15a6.5 6.5 0 0 1-6.5 6.5c-3 0-4.8-1.3-6.3-4l-2.4-4a1.5 1.5 0 0 1 2.5-1.6l1.7 2.1",
  lien:
    "M10 13.8a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 0 0-5.7-5.7l-1.6 1.6M14 10.2a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 0 0 5.7 5.7l1.6-1.6",
  reglages:
    "M4 7h8.5M16.5 7H20M14.5 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM4 17h3.5M11.5 17H20M9.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM4 12h12M20 12h0",
  langue:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.7 2.5 3.7 5.7 3.7 9s-1 6.5-3.7 9c-2.7-2.5-3.7-5.7-3.7-9S9.3 5.5 12 3z",
  lune: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  blog: "M3 4h18v16H3zM6 7.5h6.5v5.5H6zM15.5 8H18M15.5 11.5H18M6 16.5h12",
  telephone: "M7 2.5h10v19H7zM11 18.5h2",
  tablette: "M5 2.5h14v19H5zM11 18.5h2",
  ordinateur: "M4 4.5h16V16H4zM2 20h20",
  cadenas: "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2.5",
  sortie: "M13 4H5v16h8M10 12h11M17 8l4 4-4 4",
  attention: "M12 3.5 22 20.5H2zM12 10v5M12 17.8v.2",
  coche: "M4.5 12.5l5 5 10-11",
  croix: "M6 6l12 12M18 6 6 18",
  retour: "M20 12H5M11 5.5 4.5 12l6.5 6.5",
  annuler: "M8.5 5 4 9.5 8.5 14M4 9.5h10a5.3 5.3 0 0 1 0 10.5H9",
  effacer: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
  aide: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.6a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.2.9-1.2 1.8M12 16.8v.2",
  ecouter: "M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  imprimer: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
  image: "M3 4h18v16H3zM3 17l5.5-5.5 4.5 4.5 3-3 5 5M15.8 9.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4z",
  papier: "M5 3h14v18l-2.3-1.6L14.3 21 12 19.4 9.7 21l-2.4-1.6L5 21zM8.5 8h7M8.5 12.5h7",
  carte: "M2.5 5.5h19v13h-19zM2.5 10h19M6 15h4",
  oeil: "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7S5 17 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  ecole: "M2.5 20.5h19M5 20.5V11l7-5.5 7 5.5v9.5M10 20.5v-5h4v5M12 11.5h0M12 5.5v-3h4",
  suite: "M9 5l7 7-7 7",
  plier: "M5 15l7-7 7 7",
  indice: "M9 18.5h6M10 21.5h4M8.8 15.5a6.3 6.3 0 1 1 6.4 0v.5H8.8z",
  doigt: "M9 13.5v-9a1.5 1.5 0 0 1 3 0V11l5.3 1.3a2.2 2.2 0 0 1 1.7 2.5L18 21.5h-7l-4.7-5.3a1.5 1.5 0 0 1 2.2-2z",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.3v.2",
  erreur: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5V13M12 16.3v.2",
  copier: "M8.5 8.5H20V20H8.5zM15.5 8.5V4H4v11.5h4.5",
};

// Those that point along the line turn with the direction of reading.
const DIRECTED = ["retour", "sortie", "suite", "envoyer", "annuler"];

/** A pictogram; with `text`, an image that says it; otherwise left out by screen readers. */
export function pictogram(name, text = "") {
  const label = text ? { role: "img", "aria-label": text } : { "aria-hidden": "true" };
  const turned = DIRECTED.includes(name) ? " tourne" : "";
  const drawn = { class: `pictogramme${turned}`, viewBox: "0 0 24 24", focusable: "false", ...label };
  return svg("svg", drawn, svg("path", { d: PICTOGRAMS[name] }));
}
