trop-long = Ce lien est trop long : une politique en fait moins de { $most } signes. Rien n'est changé. Redemander le lien, ou le fichier de la politique.
trop-de-reglages = Il y a trop de réglages ici pour un lien, qui fait moins de { $most } signes : donner le fichier de la politique.
illisible = Ce lien est incomplet ou abîmé. Rien n'est changé. Le copier de nouveau en entier, ou demander le fichier de la politique.
autre-version = Ce lien a été fait par une autre version de la suite. Rien n'est changé. Demander le fichier de la politique, qui se lit toujours.
inconnu = Ce lien part d'un modèle ou d'une école fictive que cette suite n'a pas. Rien n'est changé. Demander le fichier de la politique.
reglage-inconnu = Ce lien contient un réglage que cette suite n'a pas (« { $setting } »). Rien n'est changé. Demander le fichier de la politique.
