bornes-en-ordre = les bornes des options vont de la plus petite à la plus grande
