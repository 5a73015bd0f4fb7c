"""Un contenu, trois formats : DOCX à modifier, PDF accessible, HTML à imprimer."""
