"""The words of the table at the end of a session, in the languages of the library.

What was measured has one name in every file and table: the names of joint angles stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable

_GERMAN = {
    "left": "links",
    "right": "rechts",
    "both": "beide",
    "before": "vorher",
    "after the break": "nach der Pause",
    "after": "nachher",
    "change": "Änderung",
    "not measured": "nicht gemessen",
    "{} to {}": "{} bis {}",
    "±: one standard error, the sensor's own included. In brackets: where a change may lie.": (
        "±: ein Standardfehler, samt dem des Sensors. In Klammern: wo eine Änderung liegen kann."
    ),
    "both together": "beide zusammen",
    "increased": "mehr",
    "decreased": "weniger",
    "no detectable change": "keine erkennbare Änderung",
    "undetermined": "unbestimmt",
    "stops first": "hält zuerst an",
    "neither, both go about as far": "keine, beide kommen etwa gleich weit",
    "right {} left is {}, between {} and {}": "rechts {} links ist {}, zwischen {} und {}",
    "openings": "Öffnungen",
    "{} were offered by tempo; what was done was not counted": (
        "{} wurden im Takt angeboten; was davon gemacht wurde, ist nicht gezählt"
    ),
    "repetitions": "Wiederholungen",
    "{}: {} free, {} to the target": "{}: {} frei, {} bis zum Ziel",
    "and {} more to the target": "und {} weitere bis zum Ziel",
    "holds": "gehalten",
    "holds offered": "Zeit zum Halten",
    "not counted": "nicht gezählt",
    "{} movements that were no repetition": "{} Bewegungen, die keine Wiederholung waren",
    "over target": "über das Ziel",
    "{} of {}": "{} von {}",
    "watched": "gesehen",
    "cued only": "nur angesagt",
    "nothing": "nichts",
    "ended": "Ende",
    "not yet": "noch nicht",
    "enough for today": "genug für heute",
    "it felt freer": "es fühlte sich freier an",
    "the offer to end was taken": "das Angebot aufzuhören wurde angenommen",
    "as much as is good for one day": "so viel, wie an einem Tag guttut",
    "something was felt that should not be": "etwas war zu spüren, das nicht sein soll",
    "a safety rule stopped it": "eine Sicherheitsregel hat angehalten",
    "you stopped it": "du hast angehalten",
    "sight was lost for good": "es war nichts mehr zu sehen",
    "the recording ended": "die Aufnahme war zu Ende",
    "the program ended it": "das Programm hat es beendet",
    "a professional must agree first": "zuerst muss eine Fachperson zustimmen",
    "another day is better": "ein anderer Tag ist besser",
    "no answer came in a pause": "in einer Pause kam keine Antwort",
    "felt": "gespürt",
    "not told after a stop, treated as sharp pain": "nach dem Stopp nicht gesagt, galt als scharfer Schmerz",
    "{} at {}": "{} bei {}",
    "and {} more": "und {} weitere",
}

_SPANISH = {
    "left": "izquierda",
    "right": "derecha",
    "both": "ambos",
    "before": "antes",
    "after the break": "tras la pausa",
    "after": "después",
    "change": "cambio",
    "not measured": "sin medir",
    "{} to {}": "de {} a {}",
    "±: one standard error, the sensor's own included. In brackets: where a change may lie.": (
        "±: un error estándar, incluido el del sensor. Entre paréntesis: dónde puede estar un cambio."
    ),
    "both together": "ambos lados",
    "increased": "más",
    "decreased": "menos",
    "no detectable change": "sin cambio apreciable",
    "undetermined": "sin determinar",
    "stops first": "se detiene antes",
    "neither, both go about as far": "ninguno, los dos llegan más o menos igual",
    "right {} left is {}, between {} and {}": "derecha {} izquierda es {}, entre {} y {}",
    "openings": "aperturas",
    "{} were offered by tempo; what was done was not counted": ("se ofrecieron {} a ritmo; no se contó lo que se hizo"),
    "repetitions": "repeticiones",
    "{}: {} free, {} to the target": "{}: {} libres, {} hasta el objetivo",
    "and {} more to the target": "y {} más hasta el objetivo",
    "holds": "mantenidas",
    "holds offered": "tiempo para mantener",
    "not counted": "sin contar",
    "{} movements that were no repetition": "{} movimientos que no eran una repetición",
    "over target": "más allá",
    "{} of {}": "{} de {}",
    "watched": "se vio",
    "cued only": "solo con palabras",
    "nothing": "nada",
    "ended": "final",
    "not yet": "todavía no",
    "enough for today": "suficiente por hoy",
    "it felt freer": "se notó más soltura",
    "the offer to end was taken": "se aceptó la oferta de terminar",
    "as much as is good for one day": "lo que es bueno para un día",
    "something was felt that should not be": "se notó algo que no debe notarse",
    "a safety rule stopped it": "lo detuvo una regla de seguridad",
    "you stopped it": "lo detuviste tú",
    "sight was lost for good": "ya no se veía nada",
    "the recording ended": "se acabó la grabación",
    "the program ended it": "lo terminó el programa",
    "a professional must agree first": "antes debe dar su visto bueno un profesional",
    "another day is better": "mejor otro día",
    "no answer came in a pause": "no hubo respuesta en una pausa",
    "felt": "se notó",
    "not told after a stop, treated as sharp pain": "no se dijo tras parar, se trató como dolor agudo",
    "{} at {}": "{} en {}",
    "and {} more": "y {} más",
}

_TABLES = {"de": _GERMAN, "es": _SPANISH}


def base(language: str) -> str:
    """The language alone: "de" of "de-AT"."""
    return language.replace("_", "-").partition("-")[0].lower()


def in_language(language: str) -> Callable[[str], str]:
    """What says an English word or sentence of the table in a language; in English where it has none."""
    table = _TABLES.get(base(language), {})
    return lambda english: table.get(english, english)
