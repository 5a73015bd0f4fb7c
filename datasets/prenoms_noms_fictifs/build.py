"""Make prenoms.csv and noms.csv: common first names written here, surnames invented from syllables.

Run `python datasets/prenoms_noms_fictifs/build.py`: the same seed gives the same files, byte for byte.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from liaison.base.tables import OPEN_DATA, csv_bytes

SEED = 2026
SURNAMES = 600
HERE = Path(__file__).parent

# Prénoms très répandus, d'origines variées, écrits de mémoire : ils ne désignent personne.
FEMININE = """Adèle Agathe Aïcha Aïssatou Alice Amina Ana Anaïs Anna Assia Aurélie Aya Camille Chloé Claire Élif
Élise Emma Esther Eva Fatima Fatou Hana Hélène Inès Irina Jade Jeanne Julie Kadiatou Khadija Laura Leïla Léa Lina
Linh Louise Lucie Manon Maria Mariam Marie Mathilde Mei Meriem Mila Nadia Naïma Nina Nour Oksana Olga Pauline
Priya Rania Rita Romane Rose Sara Sarah Selma Sofia Solène Sonia Sophie Tatiana Victoire Yasmine Zeynep Zoé"""
MASCULINE = """Adam Adrien Ahmed Alexandre Ali Amadou Amir André Antoine Arthur Ayoub Baptiste Bilal Bruno Carlos
Clément Daniel David Diego Dmytro Elias Émile Emre Enzo Étienne Farid Gabriel Hamza Hugo Ibrahim Idriss Ilyes Ismaël
Ivan Jean João Jules Julien Karim Léo Louis Lucas Malik Mamadou Marc Martin Mathis Mehdi Mehmet Minh Mohamed Moussa
Nathan Nicolas Noah Omar Oscar Ousmane Paul Pierre Rachid Raphaël Rayan Sacha Samir Simon Théo Thomas Tiago Victor
Wei Yanis Youssef"""
STARTS = """Al Bar Bel Bou Cas Cor Dal Dom Fer Gal Har Kal Kar Lan Lor Mar Mel Mor Nal Oka Pel Rav Sal Sor Tal Tor
Val Vel Yal Zan"""
MIDDLES = "a é i o ou an en in on ar er or el al ama olé iri osta anda evi ouna ambi enka ostri iva"
ENDS = """bry court dène dji fosse gnac ka ko lune mane met mond nard nel quet ra rène rive ski sson ta tier va vel vier
zac zoura"""


def invented_surnames(count: int, seed: int) -> list[str]:
    """Return `count` different surnames of three syllables, sorted: they look like names, none is one on purpose."""
    chance = np.random.Generator(np.random.PCG64(seed))
    parts = [STARTS.split(), MIDDLES.split(), ENDS.split()]
    found: dict[str, None] = {}
    while len(found) < count:
        name = "".join(part[int(chance.random() * len(part))] for part in parts)
        if len(name) >= 7:
            found[name] = None
    return sorted(found)


def write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    """Write one UTF-8 CSV with a comma and a line feed."""
    path.write_bytes(csv_bytes(header, rows, OPEN_DATA, kind=None))


if __name__ == "__main__":
    first_names = [[name, "f"] for name in FEMININE.split()] + [[name, "m"] for name in MASCULINE.split()]
    write(HERE / "prenoms.csv", ["prenom", "genre"], first_names)
    write(HERE / "noms.csv", ["nom"], [[name] for name in invented_surnames(SURNAMES, SEED)])
