"""MAXQDA's coded segments, as its lists of segments are exported, in any of its languages."""

from __future__ import annotations

from loaders.export_codes import parted_by
from loaders.exports import Export

VERSION = 2


def _in_all_languages(words: str) -> tuple[str, ...]:
    """English, German, Spanish, French, Portuguese, Italian, Dutch, Polish, Swedish, Japanese; a word may serve two."""
    return tuple(words.split())


_BEGINNING = _in_all_languages(
    "beginning begin start anfang inicio principio début início começo inizio początek början 開始 始点 始まり"
)
_END = _in_all_languages("end ende fin final fim fine einde eind koniec slut 終了 終点 終わり")
EXPORT = Export(
    document=_in_all_languages(
        "document_name document dokumentname dokument nombre_del_documento nombre_de_documento nom_du_document "
        "nome_do_documento nome_del_documento nome_documento documentnaam nazwa_dokumentu dokumentnamn ドキュメント名 "
        "文書名"
    ),
    group=_in_all_languages(
        "document_group dokumentgruppe grupo_de_documentos groupe_de_documents gruppo_di_documenti gruppo_documenti "
        "documentgroep grupa_dokumentów dokumentgrupp ドキュメントグループ 文書グループ"
    ),
    codes=_in_all_languages("code código codice kod コード"),
    quote=_in_all_languages(
        "segment coded_segment codiertes_segment segmento fragment セグメント コード付きセグメント"
    ),
    told_by=(_BEGINNING, _END),
    weight=_in_all_languages(
        "weight weight_score gewicht gewichtung peso ponderación poids pondération waga vikt 重み ウェイト"
    ),
    note=_in_all_languages(
        "comment kommentar comentario commentaire comentário commento opmerking commentaar komentarz コメント"
    ),
    coder=_in_all_languages(
        "author created_by autor erstellt_von codierer creado_por auteur créé_par criado_por autore creato_da "
        "gemaakt_door utworzone_przez författare skapad_av 作成者 著者"
    ),
    date=_in_all_languages(
        "created creation_date created_on date_created erstellt erstellt_am erstellungsdatum creado creado_el "
        "fecha_de_creación créé créé_le date_de_création criado criado_em data_de_criação creato creato_il "
        "data_di_creazione gemaakt gemaakt_op aangemaakt aanmaakdatum data_utworzenia utworzono skapad skapad_den "
        "skapelsedatum 作成日 作成日時"
    ),
    parts=parted_by("\\", " > "),
    place=(_BEGINNING, _END),
)
matches, read = EXPORT.matches, EXPORT.read
