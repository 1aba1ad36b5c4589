"""The compiled half of stretchcore. Times are seconds, angles are degrees, both plain floats.

Wherever a word is expected, ``Side.left``, its text does as well, ``"left"``. Values cannot be changed: ``replace``
makes others. What a member is, with its unit, stands beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike
from typing import Any, ClassVar, Final, TypeVar, overload, type_check_only

import numpy as np
import numpy.typing as npt
import pandas
from typing_extensions import Never, Self

from stretchcore._bilateral import Bilateral as Bilateral
from stretchcore._errors import CorruptRecord as CorruptRecord
from stretchcore._errors import DocumentError as DocumentError
from stretchcore._errors import Error as Error
from stretchcore._errors import InvalidModel as InvalidModel
from stretchcore._errors import RecordError as RecordError
from stretchcore._errors import RecordingError as RecordingError
from stretchcore._errors import RuleError as RuleError
from stretchcore._outcome import Outcome
from stretchcore._unions import Archived, Effort, Event, Input, Report
from stretchcore._word import Word

_T = TypeVar("_T")

__version__: Final[str]

def _rebuild(type: type[_T], fields: dict[str, Any]) -> _T: ...
def _read(type: type[_T], json: str) -> _T: ...

@type_check_only
class _Class(type): ...

@type_check_only
class _Bound(metaclass=_Class):
    """What pybind11 makes."""

@type_check_only
class _Value(_Bound):
    """What all values can do. They can be pickled, and their ``repr`` is an expression that makes an equal value; only
    of a Summary and an Analysis, which belong into no log, it is not."""

    __match_args__: ClassVar[tuple[str, ...]]
    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __eq__(self, other: object, /) -> bool: ...
    def replace(self, **changes: Any) -> Self: ...

class Side(Word):
    """The person's own left or right, never the picture's."""

    left = "left"
    right = "right"

class Motion(Word):
    """A joint motion by its clinical name, positive as the name says."""

    hip_abduction = "hip_abduction"
    hip_flexion = "hip_flexion"
    hip_rotation = "hip_rotation"
    knee_flexion = "knee_flexion"
    ankle_dorsiflexion = "ankle_dorsiflexion"
    shoulder_abduction = "shoulder_abduction"
    shoulder_flexion = "shoulder_flexion"
    shoulder_rotation = "shoulder_rotation"
    elbow_flexion = "elbow_flexion"
    pelvis_tilt = "pelvis_tilt"
    pelvis_list = "pelvis_list"
    pelvis_rotation = "pelvis_rotation"
    spine_flexion = "spine_flexion"
    spine_side_bend = "spine_side_bend"
    spine_rotation = "spine_rotation"
    neck_flexion = "neck_flexion"
    neck_side_bend = "neck_side_bend"
    neck_rotation = "neck_rotation"

class Channel(Word):
    """One joint angle with one sign rule, in degrees. The same word names it everywhere."""

    hip_abduction_left = "hip_abduction_left"
    hip_abduction_right = "hip_abduction_right"
    hip_flexion_left = "hip_flexion_left"
    hip_flexion_right = "hip_flexion_right"
    hip_rotation_left = "hip_rotation_left"
    hip_rotation_right = "hip_rotation_right"
    knee_flexion_left = "knee_flexion_left"
    knee_flexion_right = "knee_flexion_right"
    ankle_dorsiflexion_left = "ankle_dorsiflexion_left"
    ankle_dorsiflexion_right = "ankle_dorsiflexion_right"
    shoulder_abduction_left = "shoulder_abduction_left"
    shoulder_abduction_right = "shoulder_abduction_right"
    shoulder_flexion_left = "shoulder_flexion_left"
    shoulder_flexion_right = "shoulder_flexion_right"
    shoulder_rotation_left = "shoulder_rotation_left"
    shoulder_rotation_right = "shoulder_rotation_right"
    elbow_flexion_left = "elbow_flexion_left"
    elbow_flexion_right = "elbow_flexion_right"
    pelvis_tilt = "pelvis_tilt"
    pelvis_list = "pelvis_list"
    pelvis_rotation = "pelvis_rotation"
    spine_flexion = "spine_flexion"
    spine_side_bend = "spine_side_bend"
    spine_rotation = "spine_rotation"
    neck_flexion = "neck_flexion"
    neck_side_bend = "neck_side_bend"
    neck_rotation = "neck_rotation"

class Estimate(_Value):
    """A value with what is known about its error."""

    @property
    def value(self) -> float:
        """[°]"""

    @property
    def standard_error(self) -> float:
        """Everything that is uncertain: repetition noise and the sensor [°]"""

    @property
    def within_session(self) -> float:
        """The part that repetition noise alone explains [°]"""

    @property
    def count(self) -> int:
        """Openings it rests on; 0 means that nothing was measured."""

    @property
    def error_known(self) -> bool:
        """The error was given, not estimated from the openings themselves."""

    @property
    def known(self) -> bool:
        """Whether anything was measured."""

    def __init__(
        self,
        *,
        value: float = 0.0,
        standard_error: float = 0.0,
        within_session: float = 0.0,
        count: int = 0,
        error_known: bool = False,
    ) -> None: ...

class Interval(_Value):
    """The angles between two ends, both included."""

    @property
    def low(self) -> float:
        """[°]"""

    @property
    def high(self) -> float:
        """[°]"""

    def __init__(self, *, low: float = 0.0, high: float = 0.0) -> None: ...
    def __contains__(self, angle: float, /) -> bool: ...

class Sides(Word):
    """How the sides take part."""

    together = "together"
    alternating = "alternating"
    one = "one"
    midline = "midline"

class CountedBy(Word):
    """What the repetition detector follows."""

    sum = "sum"
    mean = "mean"
    leading = "leading"

class MotionDirection(Word):
    """Which way a motion goes, by the sign of its clinical name."""

    positive = "positive"
    negative = "negative"
    both = "both"

class Stretches(Word):
    """On which side is what a motion to the left or to the right stretches."""

    same = "same"
    opposite = "opposite"

class Repeat(_Value):
    """Out and back."""

    @property
    def out(self) -> float:
        """Way out [s]"""

    @property
    def back(self) -> float:
        """Way back [s]"""

    @property
    def stay(self) -> float:
        """At the end, before it goes back [s]"""

    def __init__(
        self,
        *,
        out: float = 2.5,
        back: float = 2.5,
        stay: float = 0.0,
    ) -> None: ...

class Hold(_Value):
    """Out, stay, back."""

    @property
    def duration(self) -> float:
        """How long to stay [s]"""

    @property
    def holds_each_side(self) -> int:
        """Holds on each side."""

    def __init__(self, *, duration: float = 30.0, holds_each_side: int = 2) -> None: ...

class ContractRelax(_Value):
    """Press gently against the stretch, let go, hold."""

    @property
    def contract(self) -> float:
        """How long to press [s]"""

    @property
    def hold(self) -> float:
        """How long to stay [s]"""

    @property
    def holds_each_side(self) -> int:
        """Holds on each side."""

    @property
    def effort(self) -> float:
        """Share of the full force to press with [0.1..0.75]"""

    @property
    def press(self) -> dict[str, str]:
        """What to do, by language."""

    @property
    def against(self) -> dict[str, str]:
        """What holds against it, by language."""

    def __init__(
        self,
        *,
        contract: float = 6.0,
        hold: float = 20.0,
        holds_each_side: int = 2,
        effort: float = 0.3,
        press: dict[str, str] = ...,
        against: dict[str, str] = ...,
    ) -> None: ...

class Movement(_Value):
    """What moves, how, and what counts as one repetition of it."""

    @property
    def motion(self) -> Motion | None:
        """The motion; None: by feel, because no channel shows it."""

    @property
    def direction(self) -> MotionDirection:
        """Positive, negative or both: between two ends that are no sides."""

    @property
    def sides(self) -> Sides:
        """How the sides take part; a motion of the midline that takes turns has its left and its right end for sides."""

    @property
    def stretches(self) -> Stretches | None:
        """Of a motion of the midline that takes turns: on which side is what it stretches."""

    @property
    def effort(self) -> Effort:
        """Repeat, Hold or ContractRelax."""

    @property
    def counted_by(self) -> CountedBy:
        """What the repetition detector follows."""

    @property
    def floor_amplitude(self) -> float:
        """Least rise of the counted signal from its last valley [°]"""

    @property
    def floor_level(self) -> float:
        """Least height of the counted signal, above 0°, or above where the person rested, if that is clearly below it [°]"""

    @property
    def shortest_repetition(self) -> float:
        """No repetition is quicker [s]"""

    @property
    def anatomy(self) -> float:
        """No target beyond this, per side, in the direction of the movement [°]"""

    @property
    def anatomy_back(self) -> float | None:
        """Of both: how far the other end is from 0° [°]"""

    def __init__(
        self,
        *,
        motion: Motion | str | None = None,
        direction: MotionDirection | str = MotionDirection.positive,
        sides: Sides | str = Sides.together,
        stretches: Stretches | str | None = None,
        effort: Effort = ...,
        counted_by: CountedBy | str = CountedBy.sum,
        floor_amplitude: float = 12.0,
        floor_level: float = 0.0,
        shortest_repetition: float = 1.0,
        anatomy: float = 85.0,
        anatomy_back: float | None = None,
    ) -> None: ...

class Goal(Word):
    """What the exercise is done for."""

    gain_range = "gain_range"
    move_easily = "move_easily"

class BlockDose(_Value):
    """How much of one block, where it differs from the dose."""

    @property
    def per_block(self) -> int | None:
        """Repetitions."""

    @property
    def holds_each_side(self) -> int | None:
        """Holds on each side."""

    @property
    def duration(self) -> float | None:
        """Of a hold [s]"""

    def __init__(
        self,
        *,
        per_block: int | None = None,
        holds_each_side: int | None = None,
        duration: float | None = None,
    ) -> None: ...

class Dose(_Value):
    """How much."""

    @property
    def goal(self) -> Goal:
        """Gain_range or move_easily."""

    @property
    def per_block(self) -> int:
        """Repetitions in one held block [1..30]"""

    @property
    def most_blocks(self) -> int:
        """Held blocks, each followed by a measuring [1..4]"""

    @property
    def cap_repetitions(self) -> int:
        """Openings of every kind [1..60]"""

    @property
    def cap_moving(self) -> float:
        """Longest time in movement [s]"""

    @property
    def cap_in_position(self) -> float:
        """Longest time in the position [s]"""

    @property
    def rest(self) -> float:
        """Between blocks, and at a change of side [s]"""

    @property
    def frequency(self) -> dict[str, str]:
        """How often, by language."""

    @property
    def lean(self) -> BlockDose | None:
        """One block of it in a routine."""

    @property
    def full(self) -> BlockDose | None:
        """In a session of its own, where that is more."""

    def __init__(
        self,
        *,
        goal: Goal | str = Goal.gain_range,
        per_block: int = 10,
        most_blocks: int = 4,
        cap_repetitions: int = 60,
        cap_moving: float = 300.0,
        cap_in_position: float = 600.0,
        rest: float = 20.0,
        frequency: dict[str, str] = ...,
        lean: BlockDose | None = None,
        full: BlockDose | None = None,
    ) -> None: ...

class Moment(Word):
    """When something is said."""

    ask_health = "ask_health"
    caution = "caution"
    clearance = "clearance"
    settle = "settle"
    seen = "seen"
    by_feel = "by_feel"
    side_check = "side_check"
    be_still = "be_still"
    coverage = "coverage"
    symptom_notice = "symptom_notice"
    ask_ready = "ask_ready"
    practice = "practice"
    measure = "measure"
    ask_side = "ask_side"
    side_felt = "side_felt"
    side_determined = "side_determined"
    target_set = "target_set"
    block = "block"
    tempo = "tempo"
    breath = "breath"
    go_out = "go_out"
    hold = "hold"
    press = "press"
    come_back = "come_back"
    confirm = "confirm"
    count_aloud = "count_aloud"
    over_target = "over_target"
    ease_off = "ease_off"
    last_ones = "last_ones"
    block_done = "block_done"
    switch_side = "switch_side"
    symptom_check = "symptom_check"
    ask_stretch = "ask_stretch"
    ask_change = "ask_change"
    ask_pain = "ask_pain"
    remeasure = "remeasure"
    ask_more = "ask_more"
    pause = "pause"
    pause_lost = "pause_lost"
    pause_rule = "pause_rule"
    found = "found"
    resume = "resume"
    set_up_anew = "set_up_anew"
    ask_by_feel = "ask_by_feel"
    come_out = "come_out"
    stop = "stop"
    stay = "stay"
    advice = "advice"
    farewell = "farewell"
    rule = "rule"
    ask_which = "ask_which"
    health_notice = "health_notice"
    another_day = "another_day"
    gentler = "gentler"
    ask_go_on = "ask_go_on"
    take_time = "take_time"
    help = "help"
    ask_all_right = "ask_all_right"
    work_side = "work_side"
    go_side = "go_side"
    wrong_side = "wrong_side"
    call = "call"
    posture = "posture"
    ask_felt = "ask_felt"
    ask_help = "ask_help"
    unmeasured = "unmeasured"
    smallest = "smallest"

class Sensing(Word):
    """Whether a cue fits a session that sees the person, one that does not, or both."""

    any = "any"
    seen = "seen"
    unseen = "unseen"

class Answering(Word):
    """Whether a cue fits where the person can answer, where they cannot, or both."""

    any = "any"
    possible = "possible"
    impossible = "impossible"

class Focus(Word):
    """What words turn the attention to."""

    body = "body"
    effect = "effect"
    image = "image"
    feeling = "feeling"

class Priority(Word):
    """What is said first when two things want to be said, least first."""

    encouragement = "encouragement"
    tempo = "tempo"
    balance = "balance"
    step = "step"
    safety = "safety"
    question = "question"
    emergency = "emergency"

class SpokenFile(_Value):
    """Words that somebody has spoken, kept by the app."""

    @property
    def file(self) -> str:
        """For the app to find."""

    @property
    def length(self) -> float:
        """How long it plays [s]"""

    def __init__(self, *, file: str, length: float) -> None: ...

class Phrase(_Value):
    """The words of one phrase of the library."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def brief(self) -> str:
        """Fewer words, for when these are known."""

    @property
    def spoken(self) -> SpokenFile | None:
        """The words spoken by somebody."""

    @property
    def reviewed_by(self) -> str:
        """Who has read the words."""

    def __init__(
        self, *, text: str, brief: str = "", spoken: SpokenFile | None = None, reviewed_by: str = ""
    ) -> None: ...

class PhrasePack(_Value):
    """The library's own phrases in one language, or what an app says instead of them."""

    @property
    def language(self) -> str:
        """BCP 47 tag."""

    @property
    def phrases(self) -> dict[str, Phrase]:
        """By the id of the phrase, as "standard-pause"."""

    @property
    def words(self) -> dict[str, str]:
        """What placeholders are filled with, by key, as "left"."""

    def __init__(
        self, *, language: str = "en", phrases: dict[str, Phrase] = ..., words: dict[str, str] = ...
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> PhrasePack: ...

class Cue(_Value):
    """Words for one moment. {side}, {count} and {parts} are filled in when said; what depends on a number is written
    as in ICU: "{count, plural, one {one more} other {# more}}"."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def moment(self) -> Moment:
        """When it is said."""

    @property
    def sensing(self) -> Sensing:
        """With or without a sensor."""

    @property
    def answering(self) -> Answering:
        """With or without answers."""

    @property
    def text(self) -> dict[str, str]:
        """The words, by language; "de-x-formal" for another register."""

    @property
    def brief(self) -> dict[str, str]:
        """Fewer words, for when these are known, by language."""

    @property
    def spoken(self) -> dict[str, SpokenFile]:
        """The words spoken by somebody, by language."""

    @property
    def focus(self) -> Focus | None:
        """What they turn the attention to."""

    @property
    def then_wait(self) -> float:
        """Silence after it, before the next step [s]"""

    @property
    def cooldown(self) -> float | None:
        """Not again within that; None: as is usual for its moment [s]"""

    @property
    def at_most(self) -> int | None:
        """So often in a block; None: as is usual for its moment."""

    @property
    def fades(self) -> bool:
        """Said less often to who has done it often."""

    @property
    def reviewed_by(self) -> dict[str, str]:
        """Who has read the words, by language."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Of the conditions that a health question names: a no answers these."""

    def __init__(
        self,
        *,
        id: str,
        moment: Moment | str = Moment.settle,
        sensing: Sensing | str = Sensing.any,
        answering: Answering | str = Answering.any,
        text: dict[str, str],
        brief: dict[str, str] = ...,
        spoken: dict[str, SpokenFile] = ...,
        focus: Focus | str | None = None,
        then_wait: float = 0.0,
        cooldown: float | None = None,
        at_most: int | None = None,
        fades: bool = False,
        reviewed_by: dict[str, str] = ...,
        codes: Sequence[str] = (),
    ) -> None: ...

class Response(Word):
    """What follows when a rule is violated, mildest first."""

    notice = "notice"
    correct = "correct"
    ease = "ease"
    pause = "pause"
    stop = "stop"

class Symptom(Word):
    """What the person may feel that outranks every sensor."""

    numbness = "numbness"
    tingling = "tingling"
    burning = "burning"
    sharp_pain = "sharp_pain"
    something_wrong = "something_wrong"
    front_of_hip_pinch = "front_of_hip_pinch"
    pubic_pain = "pubic_pain"
    joint_locking = "joint_locking"
    inner_knee_pain = "inner_knee_pain"
    back_or_spreading_leg_pain = "back_or_spreading_leg_pain"
    calf_pain_or_swelling = "calf_pain_or_swelling"
    chest_pain_or_breathlessness = "chest_pain_or_breathlessness"
    head_or_vision = "head_or_vision"
    saddle_numbness_or_bladder = "saddle_numbness_or_bladder"
    cramp = "cramp"
    strong_pain = "strong_pain"
    other = "other"

class Urgency(Word):
    """How soon somebody else should look at a symptom, least first."""

    rest = "rest"
    professional = "professional"
    today = "today"
    emergency = "emergency"

class WayOut(Word):
    """How the way out after a symptom ends."""

    rise = "rise"
    stay = "stay"

class Place(Word):
    """Where a symptom is felt."""

    side = "side"
    body = "body"

class Caution(Word):
    """How a condition bears on an exercise. From mild to strict: fine, modify, substitute, postpone, avoid, never."""

    fine = "fine"
    modify = "modify"
    avoid = "avoid"
    postpone = "postpone"
    substitute = "substitute"
    never = "never"

class Rule(_Value):
    """What must not happen."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def when(self) -> str:
        """The violation, in the rule language: "abs(pelvis_list) > 5 deg for 0.4 s"."""

    @property
    def response(self) -> Response:
        """What follows when it is violated."""

    @property
    def unknown_after(self) -> float:
        """How long a watched signal may be unknown before the session pauses [s]"""

    @property
    def required(self) -> bool:
        """Whether the session needs a source that sees it."""

    @property
    def words(self) -> dict[str, str]:
        """What is said, by language."""

    @property
    def priority(self) -> Priority:
        """Of the words; those of safety cut off whatever matters less."""

    @property
    def reviewed_by(self) -> dict[str, str]:
        """Who has read the words, by language."""

    def __init__(
        self,
        *,
        id: str,
        when: str,
        response: Response | str = Response.correct,
        unknown_after: float = 2.0,
        required: bool = False,
        words: dict[str, str] = ...,
        priority: Priority | str = Priority.safety,
        reviewed_by: dict[str, str] = ...,
    ) -> None: ...

class StopSymptom(_Value):
    """What a symptom asks of a session. What is left out is that of the standard one."""

    @property
    def symptom(self) -> Symptom:
        """The symptom; other for one of your own."""

    @property
    def id(self) -> str:
        """Its name, for one of your own: "scar_pull"."""

    @property
    def name(self) -> dict[str, str]:
        """As on a button, by language."""

    @property
    def response(self) -> Response | None:
        """Stop is latched; pause rests, and goes on less far."""

    @property
    def urgency(self) -> Urgency | None:
        """How urgent it is."""

    @property
    def way_out(self) -> WayOut | None:
        """To getting up, or staying down."""

    @property
    def place(self) -> Place | None:
        """Whether a side can be told."""

    @property
    def advice(self) -> dict[str, str]:
        """The words after the way out, by language."""

    @property
    def reviewed_by(self) -> dict[str, str]:
        """Who has read the words, by language."""

    def __init__(
        self,
        *,
        symptom: Symptom | str = Symptom.something_wrong,
        id: str = "",
        name: dict[str, str] = ...,
        response: Response | str | None = None,
        urgency: Urgency | str | None = None,
        way_out: WayOut | str | None = None,
        place: Place | str | None = None,
        advice: dict[str, str] = ...,
        reviewed_by: dict[str, str] = ...,
    ) -> None: ...

class UnknownMeans(Word):
    """What follows where nothing is known of a condition."""

    ask = "ask"
    as_no = "as_no"
    modify = "modify"

class Contraindication(_Value):
    """A condition with which an exercise should not be done, or not as it stands."""

    @property
    def code(self) -> str:
        """Its name, "recent_hip_surgery"."""

    @property
    def caution(self) -> Caution:
        """How it bears on the exercise."""

    @property
    def text(self) -> dict[str, str]:
        """The words, by language."""

    @property
    def instead(self) -> dict[str, str]:
        """What to do instead, by language."""

    @property
    def most_of_easy(self) -> float:
        """The share of what is easy that is left (0..1]"""

    @property
    def goal(self) -> Goal | None:
        """What it is then done for, if not as it stands."""

    @property
    def unknown_means(self) -> UnknownMeans:
        """What follows where nothing is known of it."""

    @property
    def source(self) -> str:
        """Of a caution that is milder than what follows from the demands of the exercise."""

    def __init__(
        self,
        *,
        code: str,
        caution: Caution | str = Caution.avoid,
        text: dict[str, str],
        instead: dict[str, str] = ...,
        most_of_easy: float = 1.0,
        goal: Goal | str | None = None,
        unknown_means: UnknownMeans | str = UnknownMeans.ask,
        source: str = "",
    ) -> None: ...

class Support(Word):
    """How well a statement is supported."""

    lesson = "lesson"
    mixed = "mixed"
    supported = "supported"
    design = "design"

class Severity(Word):
    """How much a finding matters, least first."""

    note = "note"
    warning = "warning"
    error = "error"

class Prop(_Value):
    """Something to have at hand."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def optional(self) -> bool:
        """Whether it can be left out."""

    @property
    def name(self) -> dict[str, str]:
        """The words for it, by language."""

    @property
    def why(self) -> dict[str, str]:
        """What it is for, by language."""

    @property
    def instead(self) -> dict[str, str]:
        """What else will do, by language."""

    def __init__(
        self,
        *,
        id: str = "",
        optional: bool = False,
        name: dict[str, str] = ...,
        why: dict[str, str] = ...,
        instead: dict[str, str] = ...,
    ) -> None: ...

class BodyPosition(Word):
    """Where the body is."""

    legs_up = "legs_up"
    lying = "lying"
    sitting = "sitting"
    standing = "standing"
    going_down = "going_down"
    rising = "rising"
    changing = "changing"
    up = "up"

class Setup(_Value):
    """Where and with what."""

    @property
    def position(self) -> dict[str, str]:
        """The position, by language."""

    @property
    def props(self) -> tuple[Prop, ...]:
        """What to have at hand."""

    @property
    def body(self) -> BodyPosition | None:
        """Legs_up, lying, sitting or standing, where no position says it."""

    def __init__(
        self,
        *,
        position: dict[str, str] = ...,
        props: Sequence[Prop] = (),
        body: BodyPosition | str | None = None,
    ) -> None: ...

class GuardedSide(Word):
    """On which side a part of the body stays as it is."""

    moving = "moving"
    resting = "resting"
    both = "both"

class GuardedFrom(Word):
    """What a part of the body stays near."""

    neutral = "neutral"
    start_of_repetition = "start_of_repetition"
    band = "band"

class Region(Word):
    """The part of the body that an exercise is for."""

    neck = "neck"
    shoulders = "shoulders"
    chest = "chest"
    arms = "arms"
    back = "back"
    hips = "hips"
    inner_thighs = "inner_thighs"
    front_thighs = "front_thighs"
    hamstrings = "hamstrings"
    lower_legs = "lower_legs"

class Position(Word):
    """The position that an exercise is done in."""

    chair = "chair"
    standing = "standing"
    wall = "wall"
    back = "back"
    legs_up_wall = "legs_up_wall"
    side = "side"
    hands_and_knees = "hands_and_knees"
    front = "front"
    half_kneeling = "half_kneeling"
    floor_sitting = "floor_sitting"

class Demand(Word):
    """What an exercise asks of the body."""

    lying_flat = "lying_flat"
    legs_raised = "legs_raised"
    head_down = "head_down"
    prone = "prone"
    kneel = "kneel"
    hands_weight = "hands_weight"
    floor_transfer = "floor_transfer"
    floor_or_bed = "floor_or_bed"
    stand = "stand"
    one_leg = "one_leg"
    lumbar_flexion = "lumbar_flexion"
    lumbar_extension = "lumbar_extension"
    trunk_rotation = "trunk_rotation"
    hip_flexion_90 = "hip_flexion_90"
    hip_extension = "hip_extension"
    hip_abduction = "hip_abduction"
    hip_rotation = "hip_rotation"
    knee_deep = "knee_deep"
    nerve_tension = "nerve_tension"
    ankle_loaded = "ankle_loaded"
    overhead = "overhead"
    shoulder_abd_er = "shoulder_abd_er"
    neck_end = "neck_end"
    wrist_end = "wrist_end"
    sit = "sit"

class FigureView(Word):
    """From where a figure is looked at."""

    front = "front"
    side = "side"
    top = "top"

class Guard(_Value):
    """A part of the body that stays quiet, or is held at an angle; else range does not count."""

    @property
    def motion(self) -> Motion:
        """The motion that stays quiet."""

    @property
    def side(self) -> GuardedSide:
        """On the side that moves, on the other one, or on both."""

    @property
    def from_(self) -> GuardedFrom:
        """Neutral, start_of_repetition or band."""

    @property
    def tolerance(self) -> float:
        """How far from there is still quiet [°]"""

    @property
    def low(self) -> float | None:
        """Lower end of a band [°]"""

    @property
    def high(self) -> float | None:
        """Upper end of a band [°]"""

    @property
    def words(self) -> dict[str, str]:
        """How to say it, by language."""

    def __init__(
        self,
        *,
        motion: Motion | str = Motion.pelvis_list,
        side: GuardedSide | str = GuardedSide.both,
        from_: GuardedFrom | str = GuardedFrom.neutral,
        tolerance: float = 5.0,
        low: float | None = None,
        high: float | None = None,
        words: dict[str, str] = ...,
    ) -> None: ...

class StickFigure(_Value):
    """How an exercise is drawn, with the left side moving."""

    @property
    def view(self) -> FigureView:
        """Front, side or top."""

    @property
    def start(self) -> dict[str, float]:
        """Angles at the start, by channel [°]"""

    @property
    def end(self) -> dict[str, float]:
        """Angles at the end, by channel [°]"""

    def __init__(
        self,
        *,
        view: FigureView | str = FigureView.side,
        start: dict[str, float] = ...,
        end: dict[str, float] = ...,
    ) -> None: ...

class Benefit(_Value):
    """What a lesson says it is good for. Quoted as that, never promised."""

    @property
    def text(self) -> dict[str, str]:
        """The words, by language."""

    @property
    def support(self) -> Support:
        """How well it is supported."""

    @property
    def source(self) -> str:
        """Where it is said."""

    def __init__(
        self, *, text: dict[str, str] = ..., support: Support | str = Support.lesson, source: str = ""
    ) -> None: ...

class Evidence(_Value):
    """Where a number or a statement comes from."""

    @property
    def statement(self) -> str:
        """The statement."""

    @property
    def support(self) -> Support:
        """How well it is supported."""

    @property
    def source(self) -> str:
        """Where it is said."""

    def __init__(self, *, statement: str = "", support: Support | str = Support.design, source: str = "") -> None: ...

class Exercise(_Value):
    """A stretch as it is written down."""

    @property
    def id(self) -> str:
        """Kebab-case name."""

    @property
    def version(self) -> int:
        """Raised when the exercise changes."""

    @property
    def name(self) -> dict[str, str]:
        """By language."""

    @property
    def summary(self) -> dict[str, str]:
        """By language."""

    @property
    def region(self) -> Region | None:
        """The part of the body it is for."""

    @property
    def position(self) -> Position | None:
        """Chair, standing, back and so on."""

    @property
    def muscles(self) -> tuple[str, ...]:
        """Muscles it is for."""

    @property
    def setup(self) -> Setup:
        """Position and props."""

    @property
    def movement(self) -> Movement:
        """What moves, and what counts."""

    @property
    def views(self) -> tuple[CameraView, ...] | None:
        """Of a camera that show it; None: any."""

    @property
    def guards(self) -> tuple[Guard, ...]:
        """Parts of the body that stay quiet."""

    @property
    def dose(self) -> Dose:
        """How much."""

    @property
    def breathing(self) -> dict[str, str]:
        """How to breathe, by language."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The words of each moment."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What must not happen."""

    @property
    def stop_symptoms(self) -> tuple[StopSymptom, ...]:
        """What to listen for; empty: the standard symptoms."""

    @property
    def demands(self) -> tuple[Demand, ...] | None:
        """What it asks of the body besides its position; None: its contraindications are all."""

    @property
    def contraindications(self) -> tuple[Contraindication, ...]:
        """Conditions that differ from what its demands come to."""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Ids of exercises for the same, in another position."""

    @property
    def easier(self) -> tuple[str, ...]:
        """Ids of exercises that lead here."""

    @property
    def harder(self) -> tuple[str, ...]:
        """Ids of exercises that this one leads to."""

    @property
    def benefits(self) -> tuple[Benefit, ...]:
        """What the lesson says it is good for."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Sources."""

    @property
    def figure(self) -> StickFigure | None:
        """How it is drawn."""

    def __init__(
        self,
        *,
        id: str,
        version: int = 1,
        name: dict[str, str],
        summary: dict[str, str] = ...,
        region: Region | str | None = None,
        position: Position | str | None = None,
        muscles: Sequence[str] = (),
        setup: Setup = ...,
        movement: Movement = ...,
        views: Iterable[CameraView | str] | None = None,
        guards: Sequence[Guard] = (),
        dose: Dose = ...,
        breathing: dict[str, str] = ...,
        cues: Sequence[Cue] = (),
        rules: Sequence[Rule] = (),
        stop_symptoms: Sequence[StopSymptom] = (),
        demands: Iterable[Demand | str] | None = None,
        contraindications: Sequence[Contraindication] = (),
        alternatives: Iterable[str] = (),
        easier: Sequence[str] = (),
        harder: Sequence[str] = (),
        benefits: Sequence[Benefit] = (),
        evidence: Sequence[Evidence] = (),
        figure: StickFigure | None = None,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Exercise: ...

class Finding(_Value):
    """Something an author should know about an exercise."""

    @property
    def severity(self) -> Severity:
        """Note, warning or error."""

    @property
    def path(self) -> str:
        """The place, "rules[2].when"."""

    @property
    def message(self) -> str:
        """What is wrong and what to write instead."""

    def __init__(self, *, severity: Severity | str = Severity.error, path: str = "", message: str = "") -> None: ...

class Profile(Word):
    """How close to easy the target may come."""

    standard = "standard"
    cautious = "cautious"

class Source(Word):
    """What kind of instrument the angles come from."""

    optical_markers = "optical_markers"
    depth_camera = "depth_camera"
    goniometer = "goniometer"
    inclinometer = "inclinometer"
    imu_pair = "imu_pair"
    multi_camera = "multi_camera"
    phone_camera = "phone_camera"
    self_report = "self_report"

class Answers(Word):
    """How the person can answer a question."""

    none = "none"
    tap = "tap"
    voice = "voice"

class Measure(Word):
    """Whether the range is measured before and after."""

    every_session = "every_session"
    sometimes = "sometimes"
    never = "never"

class Precision(Word):
    """How many free openings a measuring takes: 4, 6 or 7."""

    quick = "quick"
    standard = "standard"
    careful = "careful"

class Sensor(Word):
    """Whether postures are to be expected."""

    automatic = "automatic"
    none = "none"

class PainProfile(Word):
    """Named limits of pain: wellness 0-2, 3, 4 and more; clinician 0-2, 3-5, 6."""

    wellness = "wellness"
    clinician = "clinician"

class PainLight(Word):
    """What a pain rating means for going on."""

    green = "green"
    amber = "amber"
    red = "red"

class Fact(Word):
    """What is known of a condition; not asked is unknown."""

    unknown = "unknown"
    no = "no"
    yes = "yes"

class PainLimits(_Value):
    """Where the light changes on the scale of pain."""

    @property
    def amber_from(self) -> int:
        """Less far from here on [1..10]"""

    @property
    def red_from(self) -> int:
        """Stop from here on [1..10]"""

    def __init__(self, *, amber_from: int = 3, red_from: int = 4) -> None: ...

class Clearance(_Value):
    """A professional agreed, although a condition speaks against it."""

    @property
    def code(self) -> str:
        """Code of the condition, or id of a questionnaire."""

    @property
    def exercise(self) -> str:
        """Id of the exercise; empty: any."""

    def __init__(self, *, code: str, exercise: str = "") -> None: ...

class LimitKind(Word):
    """Why a motion ends where it does."""

    clinician = "clinician"
    agreed = "agreed"
    prescription = "prescription"

class MotionLimit(_Value):
    """How far a joint of this person may go."""

    @property
    def motion(self) -> Motion:
        """The motion that is limited."""

    @property
    def direction(self) -> MotionDirection:
        """Positive or negative, in the motion's clinical sign."""

    @property
    def side(self) -> Side | None:
        """Of a motion of both sides; none: each side."""

    @property
    def at_most(self) -> float:
        """From 0° of the joint, in that direction [°]"""

    @property
    def kind(self) -> LimitKind:
        """Clinician, agreed or prescription."""

    @property
    def exercise(self) -> str:
        """Id of the exercise; empty: every one."""

    @property
    def until(self) -> str:
        """A date like 2027-03-31; the app removes the limit then."""

    @property
    def by(self) -> str:
        """Who set it, in the app's words."""

    def __init__(
        self,
        *,
        motion: Motion | str = Motion.hip_abduction,
        direction: MotionDirection | str = MotionDirection.positive,
        side: Side | str | None = None,
        at_most: float = 0.0,
        kind: LimitKind | str = LimitKind.clinician,
        exercise: str = "",
        until: str = "",
        by: str = "",
    ) -> None: ...

class Questionnaire(_Value):
    """A health questionnaire as the app asked it; its wording is not kept."""

    @property
    def answers(self) -> tuple[str, ...]:
        """In its order, in its own words."""

    @property
    def clear(self) -> Fact:
        """Whether, by its own rules, nothing has to be cleared up first."""

    def __init__(self, *, answers: Sequence[str] = (), clear: Fact | str = Fact.unknown) -> None: ...

class Person(_Value):
    """What is known about the person beforehand. No name."""

    @property
    def key(self) -> str:
        """An opaque word of the app."""

    @property
    def profile(self) -> Profile:
        """Standard or cautious."""

    @property
    def limits(self) -> tuple[MotionLimit, ...]:
        """How far joints may go, or are wanted to go."""

    @property
    def pain_profile(self) -> PainProfile:
        """Wellness or clinician."""

    @property
    def pain_limits(self) -> PainLimits | None:
        """Instead of the profile's own."""

    @property
    def immobile_side(self) -> Side | None:
        """Missing, or does not move: the other side works alone."""

    @property
    def facts(self) -> dict[str, Fact]:
        """Code of a condition to yes, no or unknown."""

    @property
    def clearances(self) -> tuple[Clearance, ...]:
        """What a professional agreed to."""

    @property
    def questionnaires(self) -> dict[str, Questionnaire]:
        """Id of a questionnaire to its answers."""

    def __init__(
        self,
        *,
        key: str = "",
        profile: Profile | str = Profile.standard,
        limits: Sequence[MotionLimit] = (),
        pain_profile: PainProfile | str = PainProfile.wellness,
        pain_limits: PainLimits | None = None,
        immobile_side: Side | str | None = None,
        facts: dict[str, Fact] | dict[str, str] = ...,
        clearances: Sequence[Clearance] = (),
        questionnaires: dict[str, Questionnaire] = ...,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Person: ...

class CameraView(Word):
    """From where a camera looks at the person."""

    frontal = "frontal"
    sagittal = "sagittal"

class ErrorModel(_Value):
    """How far an instrument is off, as standard errors."""

    @property
    def repetition(self) -> float:
        """From one repetition to the next [°]"""

    @property
    def session(self) -> float:
        """The same all session long: placement, set-up [°]"""

    @property
    def pelvis_line(self) -> float:
        """Of the line both sides are measured from: added to one, taken from the other [°]"""

    @property
    def correlation(self) -> float | None:
        """Of a repetition with the one before; given, the error of a repetition is known as well."""

    def __init__(
        self,
        *,
        repetition: float = 2.5,
        session: float = 5.0,
        pelvis_line: float = 0.0,
        correlation: float | None = None,
    ) -> None: ...

class Neutral(_Value):
    """Where the pelvis is quiet, as the source reports it."""

    @property
    def tilt(self) -> float | None:
        """[°]"""

    @property
    def list(self) -> float | None:
        """[°]"""

    @property
    def rotation(self) -> float | None:
        """[°]"""

    def __init__(
        self, *, tilt: float | None = None, list: float | None = None, rotation: float | None = None
    ) -> None: ...

class SessionOptions(_Value):
    """How the app wants the session held."""

    @property
    def language(self) -> str:
        """BCP 47 tag."""

    @property
    def answers(self) -> Answers:
        """How the person can answer."""

    @property
    def sensor(self) -> Sensor:
        """Whether postures are to be expected."""

    @property
    def source(self) -> Source:
        """What kind of instrument the angles come from."""

    @property
    def view(self) -> CameraView | None:
        """From where a camera looks; None: from where it sees the movement."""

    @property
    def error_model(self) -> ErrorModel | None:
        """Instead of the source's own."""

    @property
    def measure(self) -> Measure:
        """Whether the range is measured before and after."""

    @property
    def precision(self) -> Precision:
        """How many openings a measuring takes."""

    @property
    def watched(self) -> frozenset[str] | None:
        """Channels to watch, instead of all that are present when set-up ends."""

    @property
    def neutral(self) -> Neutral | None:
        """Where the pelvis is quiet, instead of capturing it."""

    @property
    def check_sides(self) -> bool:
        """Ask for one knee bend, to find a mirrored camera."""

    @property
    def sessions_before(self) -> int:
        """Of this exercise: who knows it hears less."""

    @property
    def count_aloud(self) -> bool:
        """Say the number of each repetition to a target."""

    @property
    def recorded(self) -> bool:
        """The person cannot hear: responses are listed, not obeyed."""

    @property
    def output_latency(self) -> float:
        """From an event to its sound or vibration [s]"""

    @property
    def emergency_number(self) -> str:
        """To call for help, as "112"; empty: "your emergency number" in the language."""

    @property
    def phrases(self) -> PhrasePack | None:
        """What to say instead of the library's own phrases."""

    def __init__(
        self,
        *,
        language: str = "en",
        answers: Answers | str = Answers.tap,
        sensor: Sensor | str = Sensor.automatic,
        source: Source | str = Source.phone_camera,
        view: CameraView | str | None = None,
        error_model: ErrorModel | None = None,
        measure: Measure | str = Measure.every_session,
        precision: Precision | str = Precision.standard,
        watched: Iterable[str] | None = None,
        neutral: Neutral | None = None,
        check_sides: bool = False,
        sessions_before: int = 0,
        count_aloud: bool = False,
        recorded: bool = False,
        output_latency: float = 0.2,
        emergency_number: str = "",
        phrases: PhrasePack | None = None,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> SessionOptions: ...

class Posture(_Bound):
    """Joint angles at one moment; what was given as None or NaN was not seen.

    ``p["hip_abduction_left"]`` is None if it was not seen. Iterating gives the names of the channels that were.
    """

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def not_a_number(self) -> frozenset[str]:
        """Channels that were given as NaN."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, time: float, **channels: float | None) -> None: ...
    def __getitem__(self, channel: str, /) -> float | None: ...
    def __contains__(self, channel: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def replace(self, *, time: float | None = None, **channels: float | None) -> Self: ...
    def mirrored(self) -> Posture: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Posture: ...

class Recording(_Bound):
    """Postures over time, one column a channel. The columns are copied in; what comes out are read-only views."""

    @property
    def time(self) -> npt.NDArray[np.float64]:
        """[s]"""

    @property
    def source(self) -> Source | None:
        """What measured it."""

    @property
    def channels(self) -> tuple[str, ...]:
        """The names of its columns."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(
        self, time: npt.ArrayLike, *, source: Source | str | None = None, **channels: npt.ArrayLike
    ) -> None: ...
    def __getitem__(self, channel: str, /) -> npt.NDArray[np.float64]: ...
    def __contains__(self, channel: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def posture(self, row: int) -> Posture: ...

class Phase(Word):
    """Where a session is."""

    ready = "ready"
    setting_up = "setting_up"
    measuring = "measuring"
    stretching = "stretching"
    remeasuring = "remeasuring"
    coming_out = "coming_out"
    finished = "finished"
    paused = "paused"
    stopped = "stopped"

class EndReason(Word):
    """Why a session ended."""

    enough = "enough"
    felt_freer = "felt_freer"
    offer_accepted = "offer_accepted"
    cap = "cap"
    stopped_by_symptom = "stopped_by_symptom"
    stopped_by_rule = "stopped_by_rule"
    stopped_by_person = "stopped_by_person"
    signal_lost = "signal_lost"
    input_ended = "input_ended"
    finished_by_app = "finished_by_app"
    needs_clearance = "needs_clearance"
    postponed = "postponed"
    no_answer = "no_answer"

class Health(Word):
    """Whether a channel can be trusted now."""

    fresh = "fresh"
    absent = "absent"
    stale = "stale"
    frozen = "frozen"
    implausible = "implausible"
    jumping = "jumping"
    too_slow = "too_slow"

class SideCheck(Word):
    """What came of asking the person to move their left side once."""

    not_asked = "not_asked"
    confirmed = "confirmed"
    mirrored = "mirrored"
    unclear = "unclear"
    exchanged = "exchanged"

class Rejection(Word):
    """Why a sample was not taken."""

    time_repeated = "time_repeated"
    time_decreased = "time_decreased"
    not_a_number = "not_a_number"
    not_finite = "not_finite"
    beyond_joint = "beyond_joint"
    too_fast = "too_fast"
    journal_full = "journal_full"
    time_leapt = "time_leapt"

class Limit(Word):
    """What can hold a target down."""

    side_that_stops_first = "side_that_stops_first"
    prescription = "prescription"
    anatomy = "anatomy"
    clinician = "clinician"
    progress = "progress"
    ramp_in = "ramp_in"
    eased = "eased"

class AttemptReason(Word):
    """Why a movement was recognised but not counted."""

    too_small = "too_small"
    too_low = "too_low"
    too_short = "too_short"
    opposed = "opposed"
    unfinished = "unfinished"
    signal_lost = "signal_lost"
    wrong_way = "wrong_way"

class RuleVerdict(Word):
    """What is known about a rule."""

    ok = "ok"
    violated = "violated"
    unknown = "unknown"
    cued_only = "cued_only"

class ScreeningVerdict(Word):
    """Whether an exercise fits a person; postponed is milder than needs_clearance."""

    cleared = "cleared"
    unknown = "unknown"
    modified = "modified"
    needs_clearance = "needs_clearance"
    postponed = "postponed"

class GainVerdict(Word):
    """What is known about a change of range."""

    increased = "increased"
    no_detectable_change = "no_detectable_change"
    decreased = "decreased"
    undetermined = "undetermined"

class Doubt(Word):
    """Why nothing is said of a change or a side."""

    none = "none"
    moved = "moved"
    still_side = "still_side"
    sides_unchecked = "sides_unchecked"
    sides_exchanged = "sides_exchanged"
    no_figure = "no_figure"
    no_zero = "no_zero"

class AsymmetryVerdict(Word):
    """What is known about the difference of the sides."""

    left_tighter = "left_tighter"
    right_tighter = "right_tighter"
    balanced = "balanced"
    undetermined = "undetermined"
    left_ends_sooner = "left_ends_sooner"
    right_ends_sooner = "right_ends_sooner"

class Tempo(_Value):
    """How the time of a repetition was spent."""

    @property
    def out(self) -> float:
        """[s]"""

    @property
    def hold(self) -> float:
        """[s]"""

    @property
    def back(self) -> float:
        """[s]"""

    def __init__(self, *, out: float = 0.0, hold: float = 0.0, back: float = 0.0) -> None: ...

class Repetition(_Value):
    """One opening, out and back."""

    @property
    def side(self) -> Side | None:
        """The side that moved; None when both did."""

    @property
    def start(self) -> float:
        """[s]"""

    @property
    def end(self) -> float:
        """[s]"""

    @property
    def peak_time(self) -> Bilateral[float]:
        """When each side was widest [s]"""

    @property
    def reach(self) -> Bilateral[float | None]:
        """Largest angle while the guarded parts stayed near neutral [°]; None if not seen."""

    @property
    def peak(self) -> Bilateral[float | None]:
        """Largest angle, whatever the pelvis did [°]; None if not seen."""

    @property
    def peak_speed(self) -> Bilateral[float | None]:
        """How fast it went at most, out or back, over 0.3 s [°/s]; None if not seen."""

    @property
    def held(self) -> bool:
        """Done to a target, not freely."""

    @property
    def pelvis_seen(self) -> bool:
        """If not, reach is only the peak."""

    @property
    def neutral_assumed(self) -> bool:
        """The pelvis at the start of the repetition served as neutral."""

    @property
    def over_target(self) -> bool:
        """Went beyond the band of its target."""

    @property
    def tempo(self) -> Tempo:
        """Out, hold, back."""

    @property
    def home(self) -> Bilateral[float | None]:
        """Where each side rested before or after it, the lower of the two [°]"""

    def __init__(
        self,
        *,
        side: Side | str | None = None,
        start: float = 0.0,
        end: float = 0.0,
        peak_time: Bilateral[float] = ...,
        reach: Bilateral[float | None] = ...,
        peak: Bilateral[float | None] = ...,
        peak_speed: Bilateral[float | None] = ...,
        held: bool = False,
        pelvis_seen: bool = False,
        neutral_assumed: bool = False,
        over_target: bool = False,
        tempo: Tempo = ...,
        home: Bilateral[float | None] = ...,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Repetition: ...

class Attempt(_Value):
    """A movement that was recognised but is not a repetition."""

    @property
    def side(self) -> Side | None:
        """The side that moved; None when both did."""

    @property
    def start(self) -> float:
        """[s]"""

    @property
    def end(self) -> float:
        """[s]"""

    @property
    def peak(self) -> Bilateral[float | None]:
        """Largest angle [°]; None if not seen."""

    @property
    def reason(self) -> AttemptReason:
        """Why it was not counted."""

    @property
    def home(self) -> Bilateral[float | None]:
        """Where each side rested before or after it [°]"""

    def __init__(
        self,
        *,
        side: Side | str | None = None,
        start: float = 0.0,
        end: float = 0.0,
        peak: Bilateral[float | None] = ...,
        reason: AttemptReason | str = AttemptReason.too_small,
        home: Bilateral[float | None] = ...,
    ) -> None: ...

class Target(_Value):
    """How far to go, per side, and what keeps it there."""

    @property
    def angle(self) -> float:
        """[°]"""

    @property
    def limited_by(self) -> Limit:
        """What keeps it there."""

    @property
    def side(self) -> Side | None:
        """The side whose own limit it is; a number to follow, not yet a thing to say."""

    def __init__(
        self, *, angle: float = 0.0, limited_by: Limit | str = Limit.anatomy, side: Side | str | None = None
    ) -> None: ...

class Gain(_Value):
    """A change of range, with its interval."""

    @property
    def value(self) -> float:
        """[°]"""

    @property
    def low(self) -> float:
        """[°]"""

    @property
    def high(self) -> float:
        """[°]"""

    @property
    def verdict(self) -> GainVerdict:
        """Undetermined also when nothing was measured."""

    @property
    def doubt(self) -> Doubt:
        """Why, where there is a reason to tell."""

    def __init__(
        self,
        *,
        value: float = 0.0,
        low: float = 0.0,
        high: float = 0.0,
        verdict: GainVerdict | str = GainVerdict.undetermined,
        doubt: Doubt | str = Doubt.none,
    ) -> None: ...

class Asymmetry(_Value):
    """The difference of the sides, with its interval."""

    @property
    def difference(self) -> float:
        """Right - left [°]"""

    @property
    def low(self) -> float:
        """[°]"""

    @property
    def high(self) -> float:
        """[°]"""

    @property
    def verdict(self) -> AsymmetryVerdict:
        """Undetermined when zero lies inside."""

    @property
    def tighter_side(self) -> Side | None:
        """Only when the difference is determined."""

    @property
    def sensor_error(self) -> float | None:
        """Standard error of the difference by the sensor alone [°]; None where it is not known."""

    @property
    def doubt(self) -> Doubt:
        """Why it is undetermined, where there is a reason to tell."""

    def __init__(
        self,
        *,
        difference: float = 0.0,
        low: float = 0.0,
        high: float = 0.0,
        verdict: AsymmetryVerdict | str = AsymmetryVerdict.undetermined,
        tighter_side: Side | str | None = None,
        sensor_error: float | None = None,
        doubt: Doubt | str = Doubt.none,
    ) -> None: ...

class LandmarkUnits(Word):
    """What the coordinates of landmarks count."""

    normalised = "normalised"
    pixels = "pixels"
    metres = "metres"
    millimetres = "millimetres"

class FileUnits(Word):
    """What the numbers of a file are in."""

    degrees = "degrees"
    radians = "radians"
    normalised = "normalised"
    pixels = "pixels"
    millimetres = "millimetres"
    centimetres = "centimetres"
    metres = "metres"

class Direction(Word):
    """Where an axis points, as the camera sees it."""

    right = "right"
    left = "left"
    up = "up"
    down = "down"
    toward = "toward"
    away = "away"

class Axes(_Value):
    """Where the axes of landmarks point."""

    @property
    def x(self) -> Direction:
        """A Direction or its word."""

    @property
    def y(self) -> Direction:
        """A Direction or its word."""

    @property
    def z(self) -> Direction:
        """A Direction or its word."""

    def __init__(
        self,
        *,
        x: Direction | str = Direction.right,
        y: Direction | str = Direction.down,
        z: Direction | str = Direction.away,
    ) -> None: ...

class JointPlaces(_Value):
    """The places of the points of one side among the landmarks, counted from 0; -1 where there is none."""

    @property
    def shoulder(self) -> int:
        """A place."""

    @property
    def elbow(self) -> int:
        """A place."""

    @property
    def wrist(self) -> int:
        """A place."""

    @property
    def hip(self) -> int:
        """A place or, with markers on the pelvis, none."""

    @property
    def knee(self) -> int:
        """A place, of the marker on its outer side where there are markers."""

    @property
    def ankle(self) -> int:
        """A place, as the knee."""

    @property
    def heel(self) -> int:
        """A place."""

    @property
    def toe(self) -> int:
        """A place."""

    @property
    def asis(self) -> int:
        """Of the anterior superior iliac spine, a place."""

    @property
    def psis(self) -> int:
        """Of the posterior superior iliac spine, a place."""

    def __init__(
        self,
        *,
        shoulder: int = -1,
        elbow: int = -1,
        wrist: int = -1,
        hip: int = -1,
        knee: int = -1,
        ankle: int = -1,
        heel: int = -1,
        toe: int = -1,
        asis: int = -1,
        psis: int = -1,
    ) -> None: ...

class MidlinePlaces(_Value):
    """The places of the points of the midline; -1 where there is none."""

    @property
    def pelvis(self) -> int:
        """The lower end of the spine."""

    @property
    def spine(self) -> int:
        """Between pelvis and neck."""

    @property
    def neck(self) -> int:
        """The upper end of the spine, where the neck begins."""

    @property
    def head(self) -> int:
        """A place."""

    @property
    def nose(self) -> int:
        """A place."""

    def __init__(
        self, *, pelvis: int = -1, spine: int = -1, neck: int = -1, head: int = -1, nose: int = -1
    ) -> None: ...

class LimbLengths(_Value):
    """How long the limbs of one side are, in the landmarks' units."""

    @property
    def thigh(self) -> float:
        """0 where it is not known."""

    @property
    def shank(self) -> float:
        """0 where it is not known."""

    @property
    def upper_arm(self) -> float:
        """0 where it is not known."""

    @property
    def forearm(self) -> float:
        """0 where it is not known."""

    def __init__(
        self, *, thigh: float = 0.0, shank: float = 0.0, upper_arm: float = 0.0, forearm: float = 0.0
    ) -> None: ...

class BodyAxes(_Value):
    """How a part of the body stands, by two of its own directions."""

    @property
    def leftward(self) -> Vector3:
        """A Vector3 of length 1."""

    @property
    def upward(self) -> Vector3:
        """A Vector3 of length 1, square to leftward."""

    def __init__(self, *, leftward: Vector3 = ..., upward: Vector3 = ...) -> None: ...

class BodyReference(_Value):
    """A body at rest: what later landmarks are compared with."""

    @property
    def limbs(self) -> Bilateral[LimbLengths]:
        """The LimbLengths of each side."""

    @property
    def pelvis(self) -> BodyAxes | None:
        """BodyAxes in the room, up along the trunk; it tilts, lists and rotates from there."""

    @property
    def pelvis_tilt(self) -> float:
        """Of the pelvis by its markers against the trunk [°]; counts as none."""

    @property
    def trunk(self) -> BodyAxes | None:
        """BodyAxes of its upper part, along the pelvis' front, up and right."""

    def __init__(
        self,
        *,
        limbs: Bilateral[LimbLengths] = ...,
        pelvis: BodyAxes | None = None,
        pelvis_tilt: float = 0.0,
        trunk: BodyAxes | None = None,
    ) -> None: ...

class Skeleton(_Value):
    """What a pose estimator delivers: which points, in which order, units and directions."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the landmarks, in their order."""

    @property
    def mirror(self) -> tuple[int, ...]:
        """For each landmark the place of the one that a mirror shows instead."""

    @property
    def units(self) -> LandmarkUnits:
        """What the coordinates count."""

    @property
    def depth(self) -> bool:
        """Whether z is measured."""

    @property
    def axes(self) -> Axes:
        """Where x, y and z point."""

    @property
    def joints(self) -> Bilateral[JointPlaces]:
        """Where the joints of each side are."""

    @property
    def midline(self) -> MidlinePlaces:
        """Where the points of the midline are."""

    @property
    def channels(self) -> frozenset[str]:
        """What can be observed."""

    def __init__(
        self,
        *,
        id: str,
        names: Sequence[str] = (),
        mirror: Sequence[int] = (),
        units: LandmarkUnits | str = LandmarkUnits.normalised,
        depth: bool = True,
        axes: Axes = ...,
        joints: Bilateral[JointPlaces] = ...,
        midline: MidlinePlaces = ...,
        channels: Iterable[str] = frozenset(),
    ) -> None: ...
    def why_absent(self, channel: Channel | str) -> str:
        """Why these landmarks never give a channel; empty for one that they can give."""

    def in_plane(self) -> Skeleton:
        """The same landmarks read as points of a picture, without their guessed depth.

        For a camera that faces the wall the legs lie on.
        """

class HealthSpan(_Value):
    """A time in which a channel could not be trusted, and why."""

    @property
    def channel(self) -> Channel:
        """The channel."""

    @property
    def health(self) -> Health:
        """Why: absent, stale, frozen, implausible or jumping."""

    @property
    def start(self) -> float:
        """[s]"""

    @property
    def end(self) -> float:
        """[s]"""

    def __init__(
        self,
        *,
        channel: Channel | str = Channel.hip_abduction_left,
        health: Health | str = Health.absent,
        start: float = 0.0,
        end: float = 0.0,
    ) -> None: ...

class PoseTracker(_Bound):
    """Turns landmarks into joint angles. It has no memory and smooths nothing."""

    @property
    def skeleton(self) -> Skeleton:
        """What the landmarks are."""

    @property
    def mirrored(self) -> bool:
        """Whether the picture is mirrored."""

    @property
    def image_size(self) -> tuple[int, int] | None:
        """(width, height) in pixels."""

    @property
    def compared_with(self) -> BodyReference:
        """The BodyReference that landmarks are compared with."""

    def __init__(
        self,
        skeleton: Skeleton,
        *,
        mirrored: bool = False,
        image_size: Sequence[int] | None = None,
        reference: BodyReference | None = None,
    ) -> None: ...
    def reference(self, landmarks: Any) -> BodyReference:
        """The body as it is now, lying still: a BodyReference for a tracker that compares with it."""

    def posture(self, time: float, landmarks: Any) -> Posture:
        """What can be known from landmarks at a time [s]; what was not seen is absent.

        ``landmarks`` are rows of x, y, z and perhaps confidence (without depth x, y and perhaps confidence), or objects
        with .x .y .z .visibility; None or nothing in it is no person.
        """

    def why_absent(self, channel: Channel | str) -> str:
        """Why a channel is never in a posture of this tracker; empty for one that can be."""

class Segment(Word):
    """The parts of the lower body that sensors are strapped to."""

    pelvis = "pelvis"
    thigh_left = "thigh_left"
    thigh_right = "thigh_right"
    shank_left = "shank_left"
    shank_right = "shank_right"
    foot_left = "foot_left"
    foot_right = "foot_right"

class Vector3(_Value):
    """A direction or a measured vector along the axes of a sensor or a room."""

    @property
    def x(self) -> float:
        """A number."""

    @property
    def y(self) -> float:
        """A number."""

    @property
    def z(self) -> float:
        """A number."""

    @property
    def length(self) -> float: ...
    def __init__(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> None: ...

class Orientation(_Value):
    """How a sensor is turned in its room: the unit quaternion that turns the sensor's axes into the room's."""

    @property
    def w(self) -> float:
        """The real part."""

    @property
    def x(self) -> float:
        """Along x."""

    @property
    def y(self) -> float:
        """Along y."""

    @property
    def z(self) -> float:
        """Along z."""

    def __init__(self, w: float = 1.0, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> None: ...
    def conjugate(self) -> Orientation:
        """The opposite turn; what sensors report that say how the room is turned."""

    def in_room(self, vector: Vector3 | npt.ArrayLike) -> Vector3:
        """A vector along the sensor's axes, along the room's."""

class Trunk(Word):
    """How the trunk is held in a known pose."""

    upright = "upright"
    on_the_back = "on_the_back"

class KnownPose(_Value):
    """A pose whose joint angles are known, legs straight beside each other. The default is standing upright."""

    @property
    def trunk(self) -> Trunk:
        """How the trunk is held."""

    @property
    def hip_flexion(self) -> float:
        """[°]"""

    @property
    def knee_flexion(self) -> float:
        """[°]"""

    @property
    def ankle_dorsiflexion(self) -> float:
        """[°]"""

    def __init__(
        self,
        *,
        trunk: Trunk | str = Trunk.upright,
        hip_flexion: float = 0.0,
        knee_flexion: float = 0.0,
        ankle_dorsiflexion: float = 0.0,
    ) -> None: ...

class PlacedSensor(_Value):
    """Where a sensor is strapped to, and how it was turned in the known pose."""

    @property
    def segment(self) -> Segment:
        """Where it is strapped to."""

    @property
    def in_pose(self) -> Orientation:
        """How it was turned in the known pose."""

    def __init__(self, *, segment: Segment | str = Segment.pelvis, in_pose: Orientation = ...) -> None: ...

class ImuCalibration(_Value):
    """What turns the orientations of sensors into those of the body. All sensors share one room, their headings too."""

    @property
    def sensors(self) -> tuple[PlacedSensor, ...]:
        """Up to seven, in the order in which orientations come."""

    @property
    def pose(self) -> KnownPose:
        """The known pose."""

    @property
    def up(self) -> Vector3:
        """Along the room's axes: against gravity."""

    @property
    def right(self) -> Vector3:
        """Along the room's axes: to the person's right in the pose; it is made level."""

    def __init__(
        self, *, sensors: Sequence[PlacedSensor], pose: KnownPose = ..., up: Vector3 = ..., right: Vector3
    ) -> None: ...

class ImuTracker(_Bound):
    """Turns the orientations of sensors on the lower body into joint angles. It has no memory and smooths nothing."""

    @property
    def calibration(self) -> ImuCalibration:
        """What it was made from."""

    def __init__(self, calibration: ImuCalibration) -> None: ...
    def posture(self, time: float, sensors: npt.ArrayLike | Sequence[Orientation | None] | None) -> Posture:
        """What can be known from orientations at a time [s]; what was not seen is absent.

        ``sensors`` has for each of the calibration's sensors, in their order, a row of w, x, y, z or an Orientation; a
        row of NaN, or None among Orientations, was not seen.
        """

    def why_absent(self, channel: Channel | str) -> str:
        """Why a channel is never in a posture of this tracker; empty for one that can be."""

class ThighPhone(_Value):
    """How a phone is strapped to a thigh.

    The default lies on the front of the left thigh, the screen away from it and the upper edge toward the knee.
    """

    @property
    def side(self) -> Side:
        """Of the thigh."""

    @property
    def toward_knee(self) -> Vector3:
        """Along the phone's axes: from the hip to the knee."""

    @property
    def outward(self) -> Vector3:
        """Along the phone's axes: away from the other thigh, across toward_knee."""

    def __init__(self, *, side: Side | str = Side.left, toward_knee: Vector3 = ..., outward: Vector3 = ...) -> None: ...

class Inclinometer(_Bound):
    """A phone on a thigh, for who lies on the back with the legs up the wall: gravity shows how far it has opened."""

    @property
    def phone(self) -> ThighPhone:
        """How it is strapped."""

    @property
    def legs_together(self) -> Vector3:
        """The gravity of its zero."""

    def __init__(self, phone: ThighPhone, legs_together: Vector3 | npt.ArrayLike) -> None:
        """``legs_together`` is the gravity measured with straight legs together up the wall, in m/s² or in g."""

    def posture(self, time: float, gravity: Vector3 | npt.ArrayLike) -> Posture:
        """The hip abduction of the phone's side at a time [s]; absent while the leg moves fast, leans or turns.

        ``gravity`` is x, y, z along the phone's axes, in the unit of its zero.
        """

    def why_absent(self, channel: Channel | str) -> str:
        """Why a channel is never in a posture of this phone; empty for hip abduction of its side."""

class LandmarkRecording(_Bound):
    """Landmarks or markers over time. All is copied in; ``time`` and ``landmarks`` are read-only views."""

    @property
    def skeleton(self) -> Skeleton:
        """What they are."""

    @property
    def time(self) -> npt.NDArray[np.float64]:
        """[s]"""

    @property
    def landmarks(self) -> npt.NDArray[np.float64]:
        """Rows x landmarks x (x, y, z, confidence)."""

    @property
    def source(self) -> Source | None:
        """What measured it."""

    def __init__(
        self,
        skeleton: Skeleton,
        time: npt.ArrayLike,
        landmarks: npt.ArrayLike,
        source: Source | str | None = None,
    ) -> None: ...
    def __len__(self) -> int: ...

class ImuRecording(_Bound):
    """Orientations of sensors over time. All is copied in; ``time`` and ``orientations`` are read-only views."""

    @property
    def time(self) -> npt.NDArray[np.float64]:
        """[s]"""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where the sensors are strapped to."""

    @property
    def orientations(self) -> npt.NDArray[np.float64]:
        """Rows x segments x (w, x, y, z); NaN was not seen."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, time: npt.ArrayLike, segments: Sequence[Segment | str], orientations: npt.ArrayLike) -> None: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def part(self, start: float, end: float) -> ImuRecording:
        """The rows from start until before end [s]."""

class FlexionAxis(_Value):
    """The axis that legs bend about, found in a movement, and how sure that is."""

    @property
    def right(self) -> Vector3:
        """To the person's right in the pose, level, along the room's axes; zero if nothing moved."""

    @property
    def moved(self) -> float:
        """The furthest that a thigh tipped [°]"""

    @property
    def spread(self) -> float:
        """How far the single tips were off the axis [°]"""

    @property
    def forward(self) -> float:
        """The share of the tipping that was forward [0..1]"""

    @property
    def between_legs(self) -> float:
        """How far the two legs' own axes are apart [°]"""

    @property
    def doubt(self) -> str:
        """Why it is not sure enough to calibrate with; empty if it is."""

    def __init__(
        self,
        *,
        right: Vector3 = ...,
        moved: float = 0.0,
        spread: float = 0.0,
        forward: float = 0.0,
        between_legs: float = 0.0,
    ) -> None: ...

class QuestionKind(Word):
    """What a question is about."""

    ready = "ready"
    side = "side"
    stretch = "stretch"
    change = "change"
    more = "more"
    by_feel = "by_feel"
    pain = "pain"
    health = "health"
    which = "which"
    go_on = "go_on"
    all_right = "all_right"
    what_is_felt = "what_is_felt"
    need_help = "need_help"

class Choice(Word):
    """What can be answered to a question."""

    ready = "ready"
    left = "left"
    right = "right"
    same = "same"
    nothing = "nothing"
    comfortable = "comfortable"
    too_much = "too_much"
    freer = "freer"
    tighter = "tighter"
    more = "more"
    enough = "enough"
    yes = "yes"
    no = "no"
    go_on = "go_on"
    longer = "longer"
    come_down = "come_down"
    numb_tingling_burning = "numb_tingling_burning"
    sharp_or_pinching = "sharp_or_pinching"
    chest_breath_head = "chest_breath_head"
    cramp = "cramp"
    something_else = "something_else"

class Action(Word):
    """What the person or the app can ask of a session."""

    start = "start"
    pause = "pause"
    resume = "resume"
    ease = "ease"
    more = "more"
    enough = "enough"
    stop = "stop"
    away = "away"
    acknowledge = "acknowledge"

class Feeling(Word):
    """What changed, as it feels."""

    freer = "freer"
    same = "same"
    tighter = "tighter"

class Stretch(Word):
    """How strong the stretch is, as it feels. Not pain."""

    nothing = "nothing"
    comfortable = "comfortable"
    too_much = "too_much"

class FirstSide(Word):
    """Which side stops first, as it feels."""

    left = "left"
    right = "right"
    same = "same"

class Speech(Word):
    """What the app's voice did with a cue."""

    started = "started"
    finished = "finished"
    failed = "failed"

class Tick(_Value):
    """Time passes."""

    @property
    def time(self) -> float:
        """[s]"""

    def __init__(self, time: float = 0.0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Command(_Value):
    """What the person or the app asks for."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def action(self) -> Action:
        """What is asked."""

    def __init__(self, time: float | None = None, action: Action | str = Action.start) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SymptomReport(_Value):
    """A symptom: the session stops or rests in the same call."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def symptom(self) -> Symptom:
        """What is felt.

        A word that the library does not know becomes `other` with that id, which is sharp pain where the exercise has
        none of that id.
        """

    @property
    def side(self) -> Side | None:
        """Where, if it is known."""

    @property
    def id(self) -> str:
        """Of one of the exercise's own symptoms."""

    def __init__(
        self,
        time: float | None = None,
        symptom: Symptom | str = Symptom.something_wrong,
        side: Side | str | None = None,
        id: str = "",
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class FeltChange(_Value):
    """What changed, as it feels."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def feeling(self) -> Feeling:
        """Freer, same or tighter."""

    def __init__(self, time: float | None = None, feeling: Feeling | str = Feeling.same) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class FeltStretch(_Value):
    """How strong the stretch is, as it feels. Not pain."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def stretch(self) -> Stretch:
        """Nothing, comfortable or too_much."""

    def __init__(self, time: float | None = None, stretch: Stretch | str = Stretch.comfortable) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class FeltSide(_Value):
    """Which side stops first, as it feels."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def side(self) -> FirstSide:
        """Left, right or same."""

    def __init__(self, time: float | None = None, side: FirstSide | str = FirstSide.same) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class PainRating(_Value):
    """Pain on the numeric rating scale."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def rating(self) -> int:
        """[0..10]"""

    def __init__(self, time: float | None = None, rating: int = 0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class CueSpoken(_Value):
    """What the app's voice did with a cue."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def cue(self) -> int:
        """The number that CueGiven carried."""

    @property
    def speech(self) -> Speech:
        """Started, finished or failed."""

    def __init__(self, time: float | None = None, cue: int = 0, speech: Speech | str = Speech.finished) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Answer(_Value):
    """The answer to a question."""

    @property
    def time(self) -> float | None:
        """[s]; None or an earlier one counts as now."""

    @property
    def id(self) -> int:
        """The question's number."""

    @property
    def choice(self) -> Choice:
        """One of its choices."""

    @property
    def code(self) -> str:
        """With a yes to `health` or `which`: the condition that is meant."""

    def __init__(
        self, time: float | None = None, id: int = 0, choice: Choice | str = Choice.enough, code: str = ""
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Coverage(_Value):
    """What the source could see."""

    @property
    def watched(self) -> frozenset[str]:
        """Channels that were watched."""

    @property
    def cued_only(self) -> frozenset[str]:
        """Channels that this source cannot see."""

    def __init__(self, *, watched: Iterable[str] = frozenset(), cued_only: Iterable[str] = frozenset()) -> None: ...

class ScreeningReason(_Value):
    """One thing that bears on an exercise, and what it alone comes to."""

    @property
    def code(self) -> str:
        """Code of the condition, or id of a questionnaire."""

    @property
    def verdict(self) -> ScreeningVerdict:
        """What it alone comes to."""

    @property
    def agreed(self) -> bool:
        """A professional agreed to what would need clearance."""

    @property
    def text(self) -> dict[str, str]:
        """The condition, by language."""

    @property
    def instead(self) -> dict[str, str]:
        """What to do instead, by language."""

    def __init__(
        self,
        *,
        code: str = "",
        verdict: ScreeningVerdict | str = ScreeningVerdict.modified,
        agreed: bool = False,
        text: dict[str, str] = ...,
        instead: dict[str, str] = ...,
    ) -> None: ...

class AskedIn(Word):
    """Where a condition is asked about."""

    health_question = "health_question"
    form = "form"
    never = "never"

class HealthCondition(_Value):
    """A condition that the library knows."""

    @property
    def code(self) -> str:
        """Its word in facts."""

    @property
    def text(self) -> dict[str, str]:
        """What it is, by language."""

    @property
    def asked_in(self) -> AskedIn:
        """By a health question, by a form, or never."""

    @property
    def unknown_means(self) -> UnknownMeans:
        """What follows where it is not known."""

    @property
    def part_of(self) -> str:
        """Code of a wider one, which this one stands for."""

    def __init__(
        self,
        *,
        code: str = "",
        text: dict[str, str] = ...,
        asked_in: AskedIn | str = AskedIn.form,
        unknown_means: UnknownMeans | str = UnknownMeans.ask,
        part_of: str = "",
    ) -> None: ...

class Screening(_Value):
    """What comes of the facts about a person for an exercise."""

    @property
    def verdict(self) -> ScreeningVerdict:
        """Cleared, unknown, modified, postponed or needs_clearance."""

    @property
    def reasons(self) -> tuple[ScreeningReason, ...]:
        """What is known to bear on it, strictest first."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Codes of what is not known."""

    @property
    def goal(self) -> Goal:
        """What it is done for."""

    @property
    def most_of_easy(self) -> float:
        """The share of what is easy that is left (0..1]"""

    @property
    def limit(self) -> float | None:
        """The least of the limits that hold its target [°]"""

    @property
    def easier(self) -> tuple[str, ...]:
        """Ids of easier ones that this person may do, where this one does not fit."""

    def __init__(
        self,
        *,
        verdict: ScreeningVerdict | str = ScreeningVerdict.cleared,
        reasons: Sequence[ScreeningReason] = (),
        unknown: Sequence[str] = (),
        goal: Goal | str = Goal.gain_range,
        most_of_easy: float = 1.0,
        limit: float | None = None,
        easier: Sequence[str] = (),
    ) -> None: ...

class Felt(_Value):
    """What the person said. Never overwritten by what was measured."""

    @property
    def change(self) -> Feeling | None:
        """Freer, same, tighter, or None."""

    @property
    def side(self) -> FirstSide | None:
        """Left, right, same, or None."""

    @property
    def stretch(self) -> Stretch | None:
        """Nothing, comfortable, too_much, or None."""

    @property
    def pain(self) -> int | None:
        """Highest rating given [0..10]"""

    @property
    def speaks_against(self) -> Fact:
        """Whether anything speaks against the exercise."""

    def __init__(
        self,
        *,
        change: Feeling | str | None = None,
        side: FirstSide | str | None = None,
        stretch: Stretch | str | None = None,
        pain: int | None = None,
        speaks_against: Fact | str = Fact.unknown,
    ) -> None: ...

class SymptomNote(_Value):
    """A symptom as it was reported."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def symptom(self) -> Symptom:
        """What was felt."""

    @property
    def id(self) -> str:
        """Of one of the exercise's own; "not_told": stopped, and did not say what they felt."""

    @property
    def side(self) -> Side | None:
        """Where, if it was said."""

    @property
    def urgency(self) -> Urgency:
        """How soon somebody should look at it."""

    def __init__(
        self,
        *,
        time: float = 0.0,
        symptom: Symptom | str = Symptom.something_wrong,
        id: str = "",
        side: Side | str | None = None,
        urgency: Urgency | str = Urgency.rest,
    ) -> None: ...

class RuleNote(_Value):
    """A change of a rule's verdict."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def side(self) -> Side | None:
        """The side, for a rule about a pair."""

    @property
    def verdict(self) -> RuleVerdict:
        """The verdict from then on."""

    def __init__(
        self,
        *,
        time: float = 0.0,
        rule: str = "",
        side: Side | str | None = None,
        verdict: RuleVerdict | str = RuleVerdict.ok,
    ) -> None: ...

class CueNote(_Value):
    """Words that were given."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def cue(self) -> str:
        """The cue's id."""

    @property
    def text(self) -> str:
        """In the session's language."""

    def __init__(self, *, time: float = 0.0, cue: str = "", text: str = "") -> None: ...

class HoldNote(_Value):
    """A hold, kept or offered."""

    @property
    def time(self) -> float:
        """When it ended [s]"""

    @property
    def side(self) -> Side | None:
        """The side, for movements of one at a time."""

    @property
    def kept(self) -> float:
        """[s]"""

    @property
    def offered(self) -> bool:
        """By feel: nothing saw whether it was kept."""

    def __init__(
        self, *, time: float = 0.0, side: Side | str | None = None, kept: float = 0.0, offered: bool = False
    ) -> None: ...

class Summary(_Value):
    """What happened, what changed, and how sure that is.

    A list keeps the gravest and the latest where a session brings more than it has room for; the total beside it counts
    all of them.
    """

    @property
    def exercise(self) -> str:
        """The exercise's id."""

    @property
    def screening(self) -> Screening:
        """What was known beforehand, and what came of it."""

    @property
    def started(self) -> float:
        """[s]"""

    @property
    def ended(self) -> float:
        """[s]"""

    @property
    def end_reason(self) -> EndReason | None:
        """None while the session goes on."""

    @property
    def coverage(self) -> Coverage:
        """What the source could see."""

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        """Openings, in order."""

    @property
    def repetitions_total(self) -> int:
        """How many in all."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The latest movements that did not count."""

    @property
    def attempts_total(self) -> int:
        """How many of them in all."""

    @property
    def holds(self) -> tuple[HoldNote, ...]:
        """Holds, kept or offered."""

    @property
    def holds_total(self) -> int:
        """How many in all."""

    @property
    def offered_openings(self) -> int:
        """Paced openings without a sensor: offered, not counted as done."""

    @property
    def range_before(self) -> Bilateral[Estimate]:
        """Each side's range in the first measuring."""

    @property
    def range_after(self) -> Bilateral[Estimate]:
        """Each side's range in the latest measuring."""

    @property
    def measured_anew(self) -> bool:
        """range_before is from after a break in which the person may have got up."""

    @property
    def gain(self) -> Gain:
        """Of the mean of both sides."""

    @property
    def gain_by_side(self) -> Bilateral[Gain]:
        """Each side's own."""

    @property
    def asymmetry(self) -> Asymmetry:
        """Right against left."""

    @property
    def felt(self) -> Felt:
        """What the person said."""

    @property
    def symptoms(self) -> tuple[SymptomNote, ...]:
        """Symptoms that were reported."""

    @property
    def symptoms_total(self) -> int:
        """How many reports in all."""

    @property
    def rule_events(self) -> tuple[RuleNote, ...]:
        """Changes of the rules' verdicts."""

    @property
    def rule_events_total(self) -> int:
        """How many in all."""

    @property
    def cues(self) -> tuple[CueNote, ...]:
        """Words that were given."""

    @property
    def cues_total(self) -> int:
        """How many in all."""

    @property
    def samples(self) -> int:
        """Postures that came."""

    @property
    def samples_rejected(self) -> int:
        """Postures that were not taken."""

    @property
    def events_dropped(self) -> int:
        """Events of calls that brought more than fit."""

    def __init__(
        self,
        *,
        exercise: str = "",
        screening: Screening = ...,
        started: float = 0.0,
        ended: float = 0.0,
        end_reason: EndReason | str | None = None,
        coverage: Coverage = ...,
        repetitions: Sequence[Repetition] = (),
        repetitions_total: int = 0,
        attempts: Sequence[Attempt] = (),
        attempts_total: int = 0,
        holds: Sequence[HoldNote] = (),
        holds_total: int = 0,
        offered_openings: int = 0,
        range_before: Bilateral[Estimate] = ...,
        range_after: Bilateral[Estimate] = ...,
        measured_anew: bool = False,
        gain: Gain = ...,
        gain_by_side: Bilateral[Gain] = ...,
        asymmetry: Asymmetry = ...,
        felt: Felt = ...,
        symptoms: Sequence[SymptomNote] = (),
        symptoms_total: int = 0,
        rule_events: Sequence[RuleNote] = (),
        rule_events_total: int = 0,
        cues: Sequence[CueNote] = (),
        cues_total: int = 0,
        samples: int = 0,
        samples_rejected: int = 0,
        events_dropped: int = 0,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Summary: ...
    def text(self, language: str = "en") -> str:
        """A few sentences."""

class OpenQuestion(_Value):
    """A question that waits for its answer."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def kind(self) -> QuestionKind:
        """What it is about."""

    @property
    def answer_by(self) -> float:
        """When it stops waiting [s]"""

    def __init__(
        self, *, id: int = 0, kind: QuestionKind | str = QuestionKind.more, answer_by: float = 0.0
    ) -> None: ...

class CallScreen(_Value):
    """The call screen: large, over all else."""

    @property
    def symptom(self) -> Symptom:
        """What is felt."""

    @property
    def side(self) -> Side | None:
        """Where, if it is known."""

    @property
    def times_said(self) -> int:
        """How often the call was said."""

    @property
    def number(self) -> str:
        """To dial; empty: the app knows none."""

    @property
    def call(self) -> str:
        """The call, in the session's language."""

    @property
    def posture(self) -> str:
        """What to do with the body."""

    def __init__(
        self,
        *,
        symptom: Symptom | str = Symptom.something_wrong,
        side: Side | str | None = None,
        times_said: int = 0,
        number: str = "",
        call: str = "",
        posture: str = "",
    ) -> None: ...

class View(_Value):
    """What a screen draws now."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def phase(self) -> Phase:
        """Where the session is."""

    @property
    def block(self) -> int:
        """Held blocks begun so far."""

    @property
    def active_side(self) -> Side | None:
        """For movements of one side at a time."""

    @property
    def repetitions(self) -> int:
        """In this phase."""

    @property
    def repetitions_wanted(self) -> int:
        """In this phase; 0 means as they come."""

    @property
    def opening(self) -> Bilateral[float | None]:
        """The primary angle of each side now [°]; None if not seen."""

    @property
    def target(self) -> Target | None:
        """None when the person is free."""

    @property
    def coverage(self) -> Coverage:
        """What the source can see."""

    @property
    def question(self) -> OpenQuestion | None:
        """None if none is open."""

    @property
    def progress(self) -> float:
        """Of the whole session [0..1], a guess."""

    @property
    def waiting_for(self) -> str:
        """What the session waits for, for the developer; empty when it is over."""

    @property
    def emergency(self) -> CallScreen | None:
        """The call screen, until it is acknowledged; None if there is none."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be pressed."""

    def __init__(
        self,
        *,
        time: float = 0.0,
        phase: Phase | str = Phase.ready,
        block: int = 0,
        active_side: Side | str | None = None,
        repetitions: int = 0,
        repetitions_wanted: int = 0,
        opening: Bilateral[float | None] = ...,
        target: Target | None = None,
        coverage: Coverage = ...,
        question: OpenQuestion | None = None,
        progress: float = 0.0,
        waiting_for: str = "",
        emergency: CallScreen | None = None,
        actions: Sequence[Action | str] = (),
    ) -> None: ...

class GuideKind(Word):
    """What a tone or a vibration stands for."""

    near_target = "near_target"
    turn = "turn"
    home = "home"

class DropReason(Word):
    """Why words that were wanted are not said."""

    late = "late"
    displaced = "displaced"
    no_longer_so = "no_longer_so"
    overtaken = "overtaken"
    cut_off = "cut_off"
    enough = "enough"
    known = "known"

class SignalKind(Word):
    """What a tone or a vibration can say."""

    near_target = "near_target"
    turn = "turn"
    home = "home"
    question = "question"
    correction = "correction"
    pause = "pause"
    found = "found"
    stop = "stop"

class Ssml(Word):
    """Which version of SSML: v1_0 is what every engine takes, v1_1 has marks."""

    v1_0 = "v1_0"
    v1_1 = "v1_1"

class PhaseChanged(_Value):
    """The session went from one phase to another."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def from_(self) -> Phase:
        """The phase before."""

    @property
    def to(self) -> Phase:
        """The phase now."""

    @property
    def block(self) -> int:
        """Held blocks begun so far."""

    def __init__(
        self, time: float = 0.0, from_: Phase | str = Phase.ready, to: Phase | str = Phase.ready, block: int = 0
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class CoverageSet(_Value):
    """What the session watches from here on."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def watched(self) -> frozenset[str]:
        """Channels that are watched."""

    @property
    def cued_only(self) -> frozenset[str]:
        """Channels that this source cannot see."""

    @property
    def sides(self) -> SideCheck:
        """Whether left is left; while it is mirrored or unclear, no side is named."""

    def __init__(
        self,
        time: float = 0.0,
        watched: Iterable[str] = frozenset(),
        cued_only: Iterable[str] = frozenset(),
        sides: SideCheck | str = SideCheck.not_asked,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class RepetitionCompleted(_Value):
    """One opening, out and back."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def number(self) -> int:
        """In this phase, from 1."""

    @property
    def repetition(self) -> Repetition:
        """What was measured of it."""

    def __init__(self, time: float = 0.0, number: int = 0, repetition: Repetition = ...) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class AttemptRejected(_Value):
    """A movement that does not count."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def attempt(self) -> Attempt:
        """What was measured of it, and why it does not count."""

    def __init__(self, time: float = 0.0, attempt: Attempt = ...) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class ReachDropped(_Value):
    """The person suddenly went less far to a target than before: less is asked for."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def side(self) -> Side | None:
        """The side; None where there is none, or it is in doubt."""

    @property
    def by(self) -> float:
        """Below what was usual for them [deg]"""

    def __init__(self, time: float = 0.0, side: Side | str | None = None, by: float = 0.0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class HoldCompleted(_Value):
    """A hold was kept for its time."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def side(self) -> Side | None:
        """The side; None when both."""

    @property
    def kept(self) -> float:
        """How long it was kept [s]"""

    def __init__(self, time: float = 0.0, side: Side | str | None = None, kept: float = 0.0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SideChanged(_Value):
    """The other side's turn."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def side(self) -> Side:
        """The side now."""

    def __init__(self, time: float = 0.0, side: Side | str = Side.left) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SetCompleted(_Value):
    """A held block is done."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def block(self) -> int:
        """Its number, from 1."""

    @property
    def repetitions(self) -> int:
        """Repetitions in it."""

    def __init__(self, time: float = 0.0, block: int = 0, repetitions: int = 0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class TargetChanged(_Value):
    """How far to go from here on."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def side(self) -> Side | None:
        """The side it is for; None for both."""

    @property
    def target(self) -> Target | None:
        """None when the person is free."""

    def __init__(self, time: float = 0.0, side: Side | str | None = None, target: Target | None = None) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Guide(_Value):
    """A tone or a vibration, ahead of the moment it stands for."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def kind(self) -> GuideKind:
        """Near_target, turn or home."""

    @property
    def side(self) -> Side | None:
        """The side; None for both."""

    def __init__(
        self, time: float = 0.0, kind: GuideKind | str = GuideKind.turn, side: Side | str | None = None
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class RuleChanged(_Value):
    """A rule's verdict changed."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def rule(self) -> int:
        """Its place in the exercise, from 0."""

    @property
    def side(self) -> Side | None:
        """The side, for a rule about a pair."""

    @property
    def verdict(self) -> RuleVerdict:
        """The verdict now."""

    @property
    def response(self) -> Response:
        """What follows."""

    def __init__(
        self,
        time: float = 0.0,
        rule: int = 0,
        side: Side | str | None = None,
        verdict: RuleVerdict | str = RuleVerdict.ok,
        response: Response | str = Response.notice,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SignalLost(_Value):
    """Watched channels cannot be trusted."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def channels(self) -> frozenset[str]:
        """The channels."""

    @property
    def health(self) -> Health:
        """Of the first of them."""

    def __init__(
        self, time: float = 0.0, channels: Iterable[str] = frozenset(), health: Health | str = Health.absent
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SignalRestored(_Value):
    """Watched channels can be trusted again."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def channels(self) -> frozenset[str]:
        """The channels."""

    def __init__(self, time: float = 0.0, channels: Iterable[str] = frozenset()) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SampleRejected(_Value):
    """A sample, or one channel of it, was not taken."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def reason(self) -> Rejection:
        """Why."""

    @property
    def channel(self) -> Channel | None:
        """The channel; None for the whole sample."""

    def __init__(
        self, time: float = 0.0, reason: Rejection | str = Rejection.time_repeated, channel: Channel | str | None = None
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class QuestionAsked(_Value):
    """A question for the person."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def kind(self) -> QuestionKind:
        """What it is about."""

    @property
    def answer_by(self) -> float:
        """When it stops waiting [s]"""

    @property
    def codes(self) -> tuple[str, ...]:
        """The conditions among which `health` and `which` ask."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be answered."""

    def __init__(
        self,
        time: float = 0.0,
        id: int = 0,
        kind: QuestionKind | str = QuestionKind.more,
        answer_by: float = 0.0,
        codes: Sequence[str] = (),
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class CueGiven(_Value):
    """Words to say now."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def cue(self) -> int:
        """A number that CueSpoken can answer to."""

    @property
    def moment(self) -> Moment:
        """The moment they are for."""

    @property
    def priority(self) -> Priority:
        """Who goes first when two things want to be said."""

    @property
    def side(self) -> Side | None:
        """The side they are about."""

    @property
    def count(self) -> int:
        """A number they contain."""

    @property
    def parts(self) -> frozenset[str]:
        """Channels they are about."""

    @property
    def brief(self) -> bool:
        """The few words: the others are known."""

    @property
    def interrupts(self) -> bool:
        """Cut any voice that is speaking."""

    @property
    def length(self) -> float:
        """How long they take to say: by the recorded voice, else estimated [s]"""

    @property
    def text(self) -> str:
        """The words, in the session's language."""

    def __init__(
        self,
        time: float = 0.0,
        cue: int = 0,
        moment: Moment | str = Moment.settle,
        priority: Priority | str = Priority.encouragement,
        side: Side | str | None = None,
        count: int = 0,
        parts: Iterable[str] = frozenset(),
        brief: bool = False,
        interrupts: bool = False,
        length: float = 0.0,
        text: str = "",
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class CueDropped(_Value):
    """Words that were wanted and are not said, or not to their end."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def cue(self) -> int:
        """A number, as of CueGiven."""

    @property
    def moment(self) -> Moment:
        """The moment they were for."""

    @property
    def reason(self) -> DropReason:
        """Why."""

    def __init__(
        self,
        time: float = 0.0,
        cue: int = 0,
        moment: Moment | str = Moment.settle,
        reason: DropReason | str = DropReason.late,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SymptomHeard(_Value):
    """A symptom stopped the session, or made it rest."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def symptom(self) -> Symptom:
        """What is felt."""

    @property
    def side(self) -> Side | None:
        """Where, if it is known."""

    @property
    def urgency(self) -> Urgency:
        """How soon somebody should look at it."""

    @property
    def response(self) -> Response:
        """Stop is latched; after a pause the person may go on."""

    @property
    def advice(self) -> int:
        """The cue number of the advice; -1: no words."""

    @property
    def listed(self) -> int:
        """Place in the exercise's stop_symptoms; -1: a standard one."""

    def __init__(
        self,
        time: float = 0.0,
        symptom: Symptom | str = Symptom.something_wrong,
        side: Side | str | None = None,
        urgency: Urgency | str = Urgency.rest,
        response: Response | str = Response.stop,
        advice: int = -1,
        listed: int = -1,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Refusal(Word):
    """Why a session does not go on although somebody asked for it."""

    needs_clearance = "needs_clearance"
    stopped_by_symptom = "stopped_by_symptom"
    stopped_by_rule = "stopped_by_rule"
    stopped_by_person = "stopped_by_person"
    over = "over"
    signal_lost = "signal_lost"
    rule_violated = "rule_violated"
    postponed = "postponed"

class CommandRefused(_Value):
    """A command to start, go on or do more that is not obeyed."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def action(self) -> Action:
        """What was asked."""

    @property
    def reason(self) -> Refusal:
        """Why."""

    def __init__(
        self, time: float = 0.0, action: Action | str = Action.resume, reason: Refusal | str = Refusal.over
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Emergency(_Value):
    """Help is needed: show the call. Told again until it is acknowledged."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def symptom(self) -> Symptom:
        """What is felt."""

    @property
    def side(self) -> Side | None:
        """Where, if it is known."""

    @property
    def cue(self) -> int:
        """The cue number of the call."""

    @property
    def times_said(self) -> int:
        """How often it was said, with this time."""

    @property
    def repeat_after(self) -> float:
        """It is said again after [s]"""

    @property
    def text(self) -> str:
        """The call, in the session's language."""

    @property
    def number(self) -> str:
        """The number to call, or in words which one."""

    def __init__(
        self,
        time: float = 0.0,
        symptom: Symptom | str = Symptom.something_wrong,
        side: Side | str | None = None,
        cue: int = -1,
        times_said: int = 1,
        repeat_after: float = 0.0,
        text: str = "",
        number: str = "",
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Clock(Word):
    """The two that tell a session the time."""

    postures = "postures"
    ticks = "ticks"

class ClockAdopted(_Value):
    """A clock that had jumped was taken over; the session's own time went on meanwhile."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def clock(self) -> Clock:
        """Whose: that of postures or of ticks."""

    @property
    def by(self) -> float:
        """So far ahead it had jumped; below zero: back [s]."""

    @property
    def bridged(self) -> bool:
        """The other clock told the time all the while."""

    def __init__(
        self, time: float = 0.0, clock: Clock | str = Clock.postures, by: float = 0.0, bridged: bool = False
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class RuleWidened(_Value):
    """A rule is judged only from a wider limit on: nearer to zero the source would report its own noise."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def rule(self) -> int:
        """Its place in the exercise."""

    @property
    def limit(self) -> float:
        """Twice the error of one repetition [deg]."""

    def __init__(self, time: float = 0.0, rule: int = 0, limit: float = 0.0) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Screened(_Value):
    """What was known of the person when it started."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def verdict(self) -> ScreeningVerdict:
        """Whether the exercise fits."""

    @property
    def reasons(self) -> int:
        """How many things bear on it."""

    @property
    def unknown(self) -> int:
        """How many are not known."""

    def __init__(
        self,
        time: float = 0.0,
        verdict: ScreeningVerdict | str = ScreeningVerdict.cleared,
        reasons: int = 0,
        unknown: int = 0,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class SessionEnded(_Value):
    """The session is over."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def reason(self) -> EndReason:
        """Why."""

    def __init__(self, time: float = 0.0, reason: EndReason | str = EndReason.enough) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class NobodyAnswers(_Value):
    """Nothing was heard or seen of the person, not even after "Are you all right?"."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def since(self) -> float:
        """The latest sign of life [s]"""

    @property
    def phase(self) -> Phase:
        """In which it was asked."""

    def __init__(self, time: float = 0.0, since: float = 0.0, phase: Phase | str = Phase.ready) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class NeutralMoved(_Value):
    """The person slid, or what sees them moved: a guarded part has another neutral now."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def channel(self) -> Channel:
        """The channel."""

    @property
    def from_(self) -> float:
        """Where it was [deg]"""

    @property
    def to(self) -> float:
        """Where it is [deg]"""

    def __init__(
        self, time: float = 0.0, channel: Channel | str = Channel.pelvis_list, from_: float = 0.0, to: float = 0.0
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...

class Condition(_Bound):
    """A rule of the rule language, compiled. Made by ``parse_rule``."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def text(self) -> str:
        """The rule as it was written."""

    @property
    def side(self) -> Side | None:
        """The side this copy watches, for a rule about a pair."""

    @property
    def channels(self) -> frozenset[str]:
        """What it needs to see."""

    @property
    def margin_unit(self) -> str | None:
        """The unit of its margin (UCUM): deg, deg/s, or 1 for a ratio; None where comparisons of several are joined."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __eq__(self, other: object, /) -> bool: ...

class Monitor(_Bound):
    """Several rules over one stream, without a session."""

    @property
    def margins(self) -> tuple[float | None, ...]:
        """How far the posture judged last is inside each limit, below zero outside; None where it was not seen."""

    @property
    def memory(self) -> int:
        """All that judging needs, however long it goes on [bytes]."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is watched, in order."""

    def __init__(self, rules: Iterable[Condition | str]) -> None: ...
    def observe(self, posture: Posture) -> tuple[RuleVerdict, ...]:
        """The verdicts on a posture, in the order of the conditions."""

    def tick(self, time: float) -> tuple[RuleVerdict, ...]:
        """The verdicts after time has passed [s]; half a second without a posture makes all unknown."""

    def run(self, recording: Recording) -> npt.NDArray[np.int8]:
        """The verdicts of a fresh monitor, (rows, conditions): 0 ok, 1 violated, 2 unknown. Other threads run."""

class WayIn(Word):
    """How the person comes to a session."""

    from_outside = "from_outside"
    in_position = "in_position"
    from_another = "from_another"

class Ending(Word):
    """What becomes of the person at the end of a session that ends as planned."""

    rise = "rise"
    stay = "stay"

class Frame(_Value):
    """Where a session stands in what a person does one after the other; by default it stands alone."""

    @property
    def entry(self) -> WayIn:
        """in_position: the person hears nothing of getting there; from_another: only how this exercise is set up."""

    @property
    def exit(self) -> Ending:
        """stay: they hear nothing of a way out, unless something is wrong."""

    @property
    def sessions_before(self) -> int | None:
        """Instead of the options'."""

    @property
    def measure(self) -> Measure | None:
        """Instead of the options'; with never nothing is tried out before the block, or compared after it."""

    @property
    def blocks(self) -> int | None:
        """No more than these."""

    @property
    def repetitions(self) -> int | None:
        """Or holds each side, in a block: no more."""

    @property
    def first_side(self) -> Side | None:
        """Of one side at a time, the one that begins; none: the left."""

    @property
    def notice_given(self) -> bool:
        """Which symptoms to tell of was said before, today."""

    @property
    def feel_told(self) -> bool:
        """That nothing is seen was said before, today."""

    def __init__(
        self,
        *,
        entry: WayIn | str = WayIn.from_outside,
        exit: Ending | str = Ending.rise,
        sessions_before: int | None = None,
        measure: Measure | str | None = None,
        blocks: int | None = None,
        repetitions: int | None = None,
        first_side: Side | str | None = None,
        notice_given: bool = False,
        feel_told: bool = False,
    ) -> None: ...

class Plan(_Bound):
    """What every session of an exercise does, worked out once. It knows nothing of a person, so any number of sessions
    share one: Session(plan, person)."""

    def __init__(self, exercise: Exercise, options: SessionOptions = ..., only: Side | str | None = None) -> None: ...
    @property
    def exercise(self) -> Exercise:
        """What is guided, by the sides that work."""

    @property
    def options(self) -> SessionOptions:
        """How it is guided."""

    @property
    def only(self) -> Side | None:
        """The side that works, where the other does not move."""

    @property
    def counted(self) -> bool:
        """Whether repetitions are counted and measured; else the person goes by feel."""

    @property
    def state_size(self) -> int:
        """What the state of a session takes [bytes]."""

class SessionState(_Bound):
    """Everything a session knows, for keeping: save() and pickle write it. A Session with the same exercise, person and
    options goes on from it identically. What is inside may change with every version; view() and summary() show what
    a session makes of it."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __eq__(self, other: object, /) -> bool: ...
    @property
    def now(self) -> float:
        """The session's clock [s]."""

class Session(_Bound):
    """One guided session. Postures, ticks and reports go in, events come out. Use one session from one thread."""

    @property
    def phase(self) -> Phase: ...
    @property
    def over(self) -> bool:
        """Finished, or stopped with the way out spoken."""

    @property
    def target(self) -> Target | None:
        """None when the person is free."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Of the latest call, ``finish`` included."""

    @property
    def exercise(self) -> Exercise:
        """What is guided, adapted to what screening found."""

    @property
    def screening(self) -> Screening:
        """What was known and what was answered, and what came of it."""

    @property
    def facts(self) -> dict[str, Fact]:
        """What is known of the person's conditions: before, and from the answers of this session."""

    @property
    def person(self) -> Person: ...
    @property
    def options(self) -> SessionOptions: ...
    @property
    def frame(self) -> Frame:
        """Where it stands among other sessions."""

    @overload
    def __init__(
        self,
        exercise: Exercise,
        person: Person = ...,
        options: SessionOptions = ...,
        state: SessionState | None = None,
    ) -> None: ...
    @overload
    def __init__(self, plan: Plan, person: Person = ..., frame: Frame = ...) -> None: ...
    def observe(self, posture: Posture) -> tuple[Event, ...]:
        """A posture was seen."""

    def report(self, report: Report) -> tuple[Event, ...]:
        """The person or the app says something. Never refused for its time."""

    def tick(self, time: float) -> tuple[Event, ...]:
        """Time has passed [s]. Call it from a timer, always."""

    def apply(self, input: Input) -> tuple[Event, ...]:
        """A posture, a Tick or a report."""

    def run(self, recording: Recording) -> tuple[Event, ...]:
        """Observes every row. Other threads run meanwhile; the session changes when it is done."""

    def finish(self, time: float, reason: EndReason | str = EndReason.finished_by_app) -> Summary:
        """Enough, and the books are closed [s]."""

    def view(self) -> View:
        """What a screen draws now."""

    def cue(self, number: int) -> Cue:
        """The cue that CueGiven and CueDropped name, as it is written down. IndexError if none is."""

    def codes(self, question: int) -> tuple[str, ...]:
        """The conditions among which an open `health` or `which` question asks: an Answer carries one of them. Their
        words are those of the exercise's contraindications."""

    def text(self, event: Event, language: str | None = None) -> str:
        """The words of an event, in the session's language unless another is named; empty if it has none."""

    def explain(self, target: Target, language: str | None = None) -> str:
        """How far a target goes, and why no further. A side is named only if it was determined to stop first."""

    def state(self) -> SessionState: ...
    def summary(self) -> Summary:
        """What happened so far; can be read at any time."""

    def __copy__(self) -> Session: ...
    def __deepcopy__(self, memo: dict[int, Any], /) -> Session: ...

class RuleRow(_Value):
    """How one rule fared over a recording."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def side(self) -> Side | None:
        """The side, for a rule about a pair."""

    @property
    def worst(self) -> RuleVerdict:
        """The worst verdict."""

    @property
    def ok(self) -> float:
        """[s]"""

    @property
    def violated(self) -> float:
        """[s]"""

    @property
    def unknown(self) -> float:
        """[s]"""

    @property
    def violations(self) -> int:
        """How often it was violated."""

    @property
    def widened_to(self) -> float | None:
        """The limit it was judged by [deg], where its own is within the source's error."""

    def __init__(
        self,
        *,
        rule: str = "",
        side: Side | str | None = None,
        worst: RuleVerdict | str = RuleVerdict.ok,
        ok: float = 0.0,
        violated: float = 0.0,
        unknown: float = 0.0,
        violations: int = 0,
        widened_to: float | None = None,
    ) -> None: ...

class Analysis(_Value):
    """What a recording shows. No phases, no targets, no stops."""

    @property
    def exercise(self) -> str:
        """The exercise's id."""

    @property
    def source(self) -> Source:
        """What measured it."""

    @property
    def repetitions(self) -> tuple[Repetition, ...]:
        """Openings, in order."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Movements that did not count."""

    @property
    def ranges(self) -> Bilateral[Estimate]:
        """Each side's range."""

    @property
    def asymmetry(self) -> Asymmetry:
        """Right against left."""

    @property
    def rule_table(self) -> tuple[RuleRow, ...]:
        """One row a rule."""

    @property
    def coverage(self) -> Coverage:
        """What the source could see."""

    @property
    def samples(self) -> int:
        """Postures that came."""

    @property
    def samples_rejected(self) -> int:
        """Postures that were not taken."""

    def __init__(
        self,
        *,
        exercise: str = "",
        source: Source | str = Source.phone_camera,
        repetitions: Sequence[Repetition] = (),
        attempts: Sequence[Attempt] = (),
        ranges: Bilateral[Estimate] = ...,
        asymmetry: Asymmetry = ...,
        rule_table: Sequence[RuleRow] = (),
        coverage: Coverage = ...,
        samples: int = 0,
        samples_rejected: int = 0,
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str: ...
    @staticmethod
    def from_json(text: str) -> Analysis: ...
    def text(self, language: str = "en") -> str:
        """A few sentences."""

    def to_frame(self) -> pandas.DataFrame:
        """One row a repetition. Needs pandas."""

class SensorFaults(_Value):
    """What the sensor of a virtual person does from some moment after the start on: in what it
    reads, not in the body."""

    @property
    def drift_open(self) -> Bilateral[float]:
        """Added to each leg in each second in which the legs are out [°/s]"""

    @property
    def drift_home(self) -> Bilateral[float]:
        """Added to each leg in each second in which they are at home [°/s]"""

    @property
    def moved_at(self) -> float | None:
        """The camera or the sensor is moved [s]"""

    @property
    def moved(self) -> Bilateral[float]:
        """And adds so much to the legs from then on [°]"""

    @property
    def rolled(self) -> float:
        """And to the list of the pelvis [°]"""

    @property
    def exchanged_at(self) -> float | None:
        """Left is taken for right from then on [s]"""

    @property
    def exchanged_for(self) -> float:
        """For so long; 0: for good [s]"""

    @property
    def poor_from(self) -> float:
        """From when on the six that follow are so [s]"""

    @property
    def blinks_every(self) -> float:
        """The channels come and go in this time; 0: they do not [s]"""

    @property
    def seen_for(self) -> float:
        """And are seen so much of it [s]"""

    @property
    def blinking(self) -> frozenset[str]:
        """These channels; none: all."""

    @property
    def slow_every(self) -> float:
        """A posture comes only so often, ticks in between; 0: all of them come [s]"""

    @property
    def renewed_every(self) -> float:
        """Postures come, their values are new only so often; 0: always [s]"""

    @property
    def hidden_at_home(self) -> float:
        """The legs hide each other for so long, in the middle of it they are together [s]"""

    @property
    def stuck_at(self) -> float | None:
        """From then on values are stuck [s]"""

    @property
    def creep(self) -> float:
        """And go on by a hair, as behind a smoothing filter [°/s]"""

    def __init__(
        self,
        *,
        drift_open: Bilateral[float] = ...,
        drift_home: Bilateral[float] = ...,
        moved_at: float | None = None,
        moved: Bilateral[float] = ...,
        rolled: float = 0.0,
        exchanged_at: float | None = None,
        exchanged_for: float = 0.0,
        poor_from: float = 0.0,
        blinks_every: float = 0.0,
        seen_for: float = 0.0,
        blinking: Iterable[str] = frozenset(),
        slow_every: float = 0.0,
        renewed_every: float = 0.0,
        hidden_at_home: float = 0.0,
        stuck_at: float | None = None,
        creep: float = 0.0,
    ) -> None: ...

class Clocks(Word):
    """Whose clock jumps: that of postures, of ticks and reports, or both."""

    both = "both"
    postures = "postures"
    ticks = "ticks"

class AppFaults(_Value):
    """What the app of a virtual person does from some moment after the start on."""

    @property
    def suspended_at(self) -> float | None:
        """The app does not call from then on [s]"""

    @property
    def suspended_for(self) -> float:
        """For so long; the person goes on with what they were doing [s]"""

    @property
    def clock_jumps_at(self) -> float | None:
        """Times are off from then on [s]"""

    @property
    def clock_jump(self) -> float:
        """By so much, below zero back [s]"""

    @property
    def clocks(self) -> Clocks:
        """Those of postures, of ticks and reports, or of both."""

    def __init__(
        self,
        *,
        suspended_at: float | None = None,
        suspended_for: float = 0.0,
        clock_jumps_at: float | None = None,
        clock_jump: float = 0.0,
        clocks: Clocks | str = ...,
    ) -> None: ...

class Traits(_Value):
    """What a virtual person is like, and how they are seen."""

    @property
    def easy_left(self) -> float:
        """Where it is still easy, pelvis quiet [°]"""

    @property
    def easy_right(self) -> float:
        """Where it is still easy, pelvis quiet [°]"""

    @property
    def beyond(self) -> float:
        """From there to where the pelvis no longer stays quiet [°]"""

    @property
    def spread(self) -> float:
        """From one opening to the next, standard deviation [°]"""

    @property
    def likeness(self) -> float:
        """Correlation of an opening with the one before [0..0.95]"""

    @property
    def gain(self) -> float:
        """What gain_openings to a target add to both sides [°]"""

    @property
    def gain_openings(self) -> int:
        """Openings to a target."""

    @property
    def warms(self) -> float:
        """Missing in the first opening, half as much in each that follows [°]"""

    @property
    def tires(self) -> float:
        """Lost with each opening to a target [°]"""

    @property
    def guards_after(self) -> int | None:
        """Openings to a target, after which they hold back."""

    @property
    def guarding(self) -> float:
        """By so much, and they go no further, whatever they are told [°]"""

    @property
    def obedience(self) -> float:
        """How much of the way from habit to target is gone [0..1]; a correction helps."""

    @property
    def delay(self) -> float:
        """From a new target until they follow it [s]"""

    @property
    def cycle(self) -> float:
        """One opening, out and back [s]"""

    @property
    def rest(self) -> float:
        """Between two [s]"""

    @property
    def settles_in(self) -> float:
        """Until they lie in position [s]"""

    @property
    def blocks(self) -> int:
        """How many they want."""

    @property
    def sensor_noise(self) -> float:
        """One sample, standard deviation [°]"""

    @property
    def sensor_likeness(self) -> float:
        """Correlation of a sample's noise with that of the one before [0..0.99]"""

    @property
    def bias(self) -> Bilateral[float]:
        """What the sensor adds [°]"""

    @property
    def drift(self) -> float:
        """What it adds to both sides in a minute [°]"""

    @property
    def pelvis_line(self) -> float:
        """Its pelvis is tilted so far: added to the left side, taken from the right [°]"""

    @property
    def list(self) -> float:
        """The pelvis itself lies tilted so far, and is seen so [°]"""

    @property
    def lost(self) -> float:
        """Share of samples that do not come [0..0.9]"""

    @property
    def outliers(self) -> float:
        """Share of angles that are anywhere [0..0.5]"""

    @property
    def freezes_at(self) -> float | None:
        """After the start, from when on the sensor repeats itself [s]"""

    @property
    def rate(self) -> float:
        """Samples a second [5..240]"""

    @property
    def jitter(self) -> float:
        """How far a sample may come late, as a share of a step [0..0.9]"""

    @property
    def swapped(self) -> bool:
        """Left is taken for right."""

    @property
    def seen(self) -> bool:
        """Whether there is a sensor at all."""

    @property
    def sees_pelvis(self) -> bool:
        """Whether it shows the pelvis."""

    @property
    def knees(self) -> float:
        """How far the knees are bent, below zero the wrong way [deg]"""

    @property
    def answers(self) -> bool:
        """Whether they answer questions."""

    @property
    def symptom(self) -> Symptom | None:
        """Felt symptom_at after the start, if any."""

    @property
    def symptom_at(self) -> float:
        """[s]"""

    @property
    def symptom_id(self) -> str:
        """Of one of the exercise's own symptoms."""

    @property
    def by_tones(self) -> bool:
        """Goes to where the sensor reads the target; else to the angle itself."""

    @property
    def beyond_easy(self) -> float:
        """Goes so far beyond easy where nothing but easy is asked for [°]"""

    @property
    def beyond_target(self) -> float:
        """Goes so far beyond a target, below zero less far [°]"""

    @property
    def moves_only(self) -> Side | None:
        """The other leg stays at home."""

    @property
    def slides_at(self) -> float | None:
        """After the start; from the next time at home on the pelvis lies otherwise [s]"""

    @property
    def slid_list(self) -> float:
        """By so much list [°]"""

    @property
    def slid_tilt(self) -> float:
        """And so much tilt [°]"""

    @property
    def answers_late(self) -> float:
        """So much later than others [s]"""

    @property
    def faults(self) -> SensorFaults:
        """What the sensor does from some moment on."""

    @property
    def app(self) -> AppFaults:
        """What the app does from some moment on."""

    def __init__(
        self,
        *,
        easy_left: float = 38.0,
        easy_right: float = 43.0,
        beyond: float = 3.0,
        spread: float = 1.2,
        likeness: float = 0.0,
        gain: float = 2.0,
        gain_openings: int = 20,
        warms: float = 0.0,
        tires: float = 0.0,
        guards_after: int | None = None,
        guarding: float = 10.0,
        obedience: float = 0.6,
        delay: float = 0.0,
        cycle: float = 5.0,
        rest: float = 0.4,
        settles_in: float = 15.0,
        blocks: int = 1,
        sensor_noise: float = 0.4,
        sensor_likeness: float = 0.0,
        bias: Bilateral[float] = ...,
        drift: float = 0.0,
        pelvis_line: float = 0.0,
        list: float = 0.0,
        lost: float = 0.0,
        outliers: float = 0.0,
        freezes_at: float | None = None,
        rate: float = 30.0,
        jitter: float = 0.0,
        swapped: bool = False,
        seen: bool = True,
        sees_pelvis: bool = False,
        knees: float = 9.0,
        answers: bool = True,
        symptom: Symptom | str | None = None,
        symptom_at: float = 0.0,
        symptom_id: str = "",
        by_tones: bool = False,
        beyond_easy: float = 0.0,
        beyond_target: float = 0.0,
        moves_only: Side | str | None = None,
        slides_at: float | None = None,
        slid_list: float = 0.0,
        slid_tilt: float = 0.0,
        answers_late: float = 0.0,
        faults: SensorFaults = ...,
        app: AppFaults = ...,
    ) -> None: ...

class VirtualPerson(_Bound):
    """A person to guide when no real one is there. The same seed and traits give the same session everywhere."""

    @property
    def now(self) -> float:
        """[s]"""

    @property
    def traits(self) -> Traits: ...
    @property
    def posture(self) -> Posture:
        """As the sensor saw it last."""

    @property
    def easy(self) -> Bilateral[float]:
        """Where the person would go now if they were asked how far it is still easy [°]"""

    @property
    def limit(self) -> Bilateral[float]:
        """Where their pelvis no longer stays quiet now [°]"""

    @property
    def opening(self) -> Bilateral[float]:
        """How far each leg really is from home now [°]"""

    @property
    def turned(self) -> int:
        """Openings to a target from whose end they have turned back."""

    def __copy__(self) -> VirtualPerson: ...
    def __init__(self, seed: int = 1, **traits: Any) -> None:
        """``traits`` are the arguments of Traits."""

    def step(self, session: Session) -> tuple[Event, ...]:
        """One sample later: reports what is due, moves, is observed."""

    def follow(self, session: Session) -> Iterator[Event]:
        """Steps until the session is over, or half an hour has passed; gives events one by one as they come."""

class Consistency(_Value):
    """How often each side was the tighter one, and whether that names a side."""

    @property
    def left(self) -> int:
        """Sessions."""

    @property
    def right(self) -> int:
        """Sessions."""

    @property
    def beyond_left(self) -> int:
        """Sessions, by more than the sensor can be off."""

    @property
    def beyond_right(self) -> int:
        """Sessions, by more than the sensor can be off."""

    @property
    def tested(self) -> int:
        """Sessions whose sensor can tell sides apart."""

    @property
    def p(self) -> float:
        """Valid at every look: the chance that equal sides ever come to this."""

    @property
    def tighter_side(self) -> Side | None:
        """Where p is 0.02 or less: nine tested sessions that agree, and no fewer."""

    def __init__(
        self,
        *,
        left: int = 0,
        right: int = 0,
        beyond_left: int = 0,
        beyond_right: int = 0,
        tested: int = 0,
        p: float = 1.0,
        tighter_side: Side | str | None = None,
    ) -> None: ...

class Trend(_Value):
    """How an angle changes, with a 95 % interval."""

    @property
    def slope(self) -> float:
        """[° a unit of `at`]"""

    @property
    def low(self) -> float:
        """[° a unit of `at`]"""

    @property
    def high(self) -> float:
        """[° a unit of `at`]"""

    @property
    def count(self) -> int:
        """Of measurements."""

    def __init__(self, *, slope: float = 0.0, low: float = 0.0, high: float = 0.0, count: int = 0) -> None: ...

class Line(_Value):
    """Words with their place in time, counted from the beginning."""

    @property
    def start(self) -> float:
        """[s]"""

    @property
    def end(self) -> float:
        """Estimated; where another line cuts it off, the beginning of that [s]"""

    @property
    def text(self) -> str:
        """The words."""

    def __init__(self, *, start: float = 0.0, end: float = 0.0, text: str = "") -> None: ...

class Signal(_Value):
    """A tone or a vibration with its place in time, from the beginning."""

    @property
    def time(self) -> float:
        """[s]"""

    @property
    def kind(self) -> SignalKind:
        """Its kind."""

    def __init__(self, *, time: float = 0.0, kind: SignalKind | str = SignalKind.turn) -> None: ...

class SpokenPhrase(_Value):
    """A sentence that a session may say, filled in."""

    @property
    def id(self) -> str:
        """Of the cue."""

    @property
    def moment(self) -> Moment:
        """When it is said."""

    @property
    def side(self) -> Side | None:
        """The side that it names."""

    @property
    def count(self) -> int:
        """The number that it names; 0 if it names none."""

    @property
    def brief(self) -> bool:
        """The few words, for when the whole ones are known."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def language(self) -> str:
        """Of the words: BCP 47."""

    @property
    def hash(self) -> str:
        """16 hexadecimal digits that change with the words: a name for a clip."""

    @property
    def length(self) -> float:
        """How long it takes to say: by the recorded voice, else estimated [s]"""

    def __init__(
        self,
        *,
        id: str = "",
        moment: Moment | str = Moment.settle,
        side: Side | str | None = None,
        count: int = 0,
        brief: bool = False,
        text: str = "",
        language: str = "",
        hash: str = "",
        length: float = 0.0,
    ) -> None: ...

class Script(_Value):
    """A whole guided session for where nothing sees and nothing answers."""

    @property
    def exercise(self) -> str:
        """Id of the exercise."""

    @property
    def language(self) -> str:
        """BCP 47."""

    @property
    def length(self) -> float:
        """[s]"""

    @property
    def blocks(self) -> int:
        """Blocks in it."""

    @property
    def openings(self) -> int:
        """Or holds, offered in each block: of each side for a movement of one, else of both."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is said."""

    @property
    def signals(self) -> tuple[Signal, ...]:
        """What is sounded, or felt."""

    def __init__(
        self,
        *,
        exercise: str = "",
        language: str = "",
        length: float = 0.0,
        blocks: int = 0,
        openings: int = 0,
        lines: Sequence[Line] = (),
        signals: Sequence[Signal] = (),
    ) -> None: ...

# Functions ------------------------------------------------------------------------------------------------------------

class Occasion(Word):
    """What a routine is for, as far as its order depends on it."""

    any = "any"
    morning = "morning"
    evening = "evening"
    warm_up = "warm_up"

class SlotSides(Word):
    """Which sides a slot is for. Both have the same time."""

    both = "both"
    left = "left"
    right = "right"

class Change(Word):
    """How an app may change a prescribed slot without asking the prescriber."""

    drop = "drop"
    shorten = "shorten"
    substitute = "substitute"

class Prescription(_Value):
    """That somebody prescribed a slot."""

    @property
    def by(self) -> str:
        """Who, in a word of the app's."""

    @property
    def until(self) -> str:
        """The last day, "2027-01-31"; empty: as long as the routine is used."""

    @property
    def may(self) -> tuple[Change, ...]:
        """What may be changed."""

    def __init__(
        self,
        *,
        by: str,
        until: str = "",
        may: Sequence[Change | str] = (),
    ) -> None: ...

class Slot(_Value):
    """One exercise in a routine, and how much of it."""

    @property
    def id(self) -> str:
        """Within the routine; empty: the exercise's."""

    @property
    def exercise(self) -> str:
        """Id of an exercise."""

    @property
    def sides(self) -> SlotSides:
        """Both, left or right."""

    @property
    def dose(self) -> BlockDose:
        """Of one block."""

    @property
    def blocks(self) -> int:
        """Of them [1..4]"""

    @property
    def focus(self) -> bool:
        """Measured before and after, where it can be; of one slot at most."""

    @property
    def drop_order(self) -> int:
        """When minutes are few, 1 is left out first; 0: it is not left out for that."""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Ids of exercises instead of it, the first that fits."""

    @property
    def prescribed(self) -> Prescription | None:
        """By whom, and what may be changed."""

    @property
    def rest(self) -> float:
        """Quiet after it [s]"""

    @property
    def words(self) -> dict[str, str]:
        """What is said of it before it begins, by language."""

    def __init__(
        self,
        *,
        id: str = "",
        exercise: str,
        sides: SlotSides | str = SlotSides.both,
        dose: BlockDose = ...,
        blocks: int = 1,
        focus: bool = False,
        drop_order: int = 0,
        alternatives: Sequence[str] = (),
        prescribed: Prescription | None = None,
        rest: float = 0.0,
        words: dict[str, str] = ...,
    ) -> None: ...

class Routine(_Value):
    """Several stretches in an order, to be guided in one go."""

    @property
    def id(self) -> str:
        """Its name, "desk-break"."""

    @property
    def version(self) -> int:
        """Grows with each change."""

    @property
    def name(self) -> dict[str, str]:
        """What people call it, by language."""

    @property
    def summary(self) -> dict[str, str]:
        """What it does, by language."""

    @property
    def occasion(self) -> Occasion:
        """What it is for."""

    @property
    def minutes(self) -> int:
        """About as many are meant [1..60]"""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """In their order."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Where its order and its doses come from."""

    def __init__(
        self,
        *,
        id: str,
        version: int = 1,
        name: dict[str, str],
        summary: dict[str, str] = ...,
        occasion: Occasion | str = Occasion.any,
        minutes: int = 10,
        slots: Sequence[Slot],
        evidence: Sequence[str] = (),
    ) -> None: ...
    def to_json(self, indent: int = 2) -> str:
        """A JSON document of it: seconds and degrees as plain numbers. An indent below 0 puts it on one line."""

    @staticmethod
    def from_json(text: str) -> Routine:
        """Reads what `to_json` writes. Raises DocumentError with the place of what is wrong."""

class Spot(Word):
    """Where a person can stretch: which positions there are, and what stands there."""

    chair = "chair"
    floor = "floor"
    wall = "wall"
    bed = "bed"
    field = "field"

class FittedBy(Word):
    """What was done to a slot."""

    dropped = "dropped"
    substituted = "substituted"
    shortened = "shortened"
    rest_cut = "rest_cut"
    unmeasured = "unmeasured"
    moved = "moved"

class FittedFor(Word):
    """Why it was done."""

    minutes = "minutes"
    condition = "condition"
    limit = "limit"
    place = "place"
    prop = "prop"
    declined = "declined"
    order = "order"

class Consent(Word):
    """What a change takes of the person before it is made."""

    none = "none"
    show = "show"
    ask = "ask"

class Circumstances(_Value):
    """What a person has today."""

    @property
    def minutes(self) -> int | None:
        """None: as many as the routine means [1..60]"""

    @property
    def places(self) -> tuple[Spot, ...]:
        """Empty: all of them."""

    @property
    def props(self) -> tuple[str, ...] | None:
        """Ids of what is at hand; None: whatever it takes."""

    @property
    def at_least_65(self) -> bool:
        """Years: no hold is shortened below 30 s."""

    @property
    def declined(self) -> tuple[str, ...]:
        """Ids of slots whose substitute the person does not want."""

    def __init__(
        self,
        *,
        minutes: int | None = None,
        places: Sequence[Spot | str] = (),
        props: Sequence[str] | None = None,
        at_least_65: bool = False,
        declined: Sequence[str] = (),
    ) -> None: ...

class FittedChange(_Value):
    """A change of a slot, with what it takes to undo it."""

    @property
    def slot(self) -> str:
        """Id of the slot in the routine."""

    @property
    def by(self) -> FittedBy:
        """What was done."""

    @property
    def why(self) -> FittedFor:
        """Why."""

    @property
    def detail(self) -> str:
        """What more can be said of the reason."""

    @property
    def consent(self) -> Consent:
        """None, show or ask."""

    @property
    def before(self) -> Slot:
        """The slot as it was."""

    def __init__(
        self,
        *,
        slot: str = "",
        by: FittedBy | str = FittedBy.dropped,
        why: FittedFor | str = FittedFor.minutes,
        detail: str = "",
        consent: Consent | str = Consent.show,
        before: Slot = ...,
    ) -> None: ...

class FittedSlot(_Value):
    """A slot as it will be done."""

    @property
    def slot(self) -> Slot:
        """The slot."""

    @property
    def exercise(self) -> Exercise:
        """With the dose of the slot, whole."""

    @property
    def frame(self) -> Frame:
        """How the person comes to it, and what becomes of them after."""

    @property
    def seconds(self) -> float:
        """What it takes, its way in and out included, without its rest [s]"""

    @property
    def why(self) -> FittedFor | None:
        """Why it is not as the routine has it; None: it is."""

    def __init__(
        self,
        *,
        slot: Slot = ...,
        exercise: Exercise = ...,
        frame: Frame = ...,
        seconds: float = 0.0,
        why: FittedFor | str | None = None,
    ) -> None: ...

class Fitted(_Value):
    """A routine as this person does it today."""

    @property
    def id(self) -> str:
        """Of the routine."""

    @property
    def version(self) -> int:
        """Of the routine."""

    @property
    def name(self) -> dict[str, str]:
        """By language."""

    @property
    def occasion(self) -> Occasion:
        """What it is for."""

    @property
    def slots(self) -> tuple[FittedSlot, ...]:
        """In their order; none: it cannot be done, `changes` says why."""

    @property
    def changes(self) -> tuple[FittedChange, ...]:
        """What was changed, in the order in which it was."""

    @property
    def seconds(self) -> float:
        """What all of it takes [s]"""

    @property
    def too_long(self) -> bool:
        """By more than a tenth of the minutes; nothing more may be taken away."""

    @property
    def much_shorter(self) -> bool:
        """Than the routine means: a shorter routine would fit better."""

    @property
    def instead(self) -> tuple[str, ...]:
        """Ids of exercises that this person may do there, where no slot is left."""

    def __init__(
        self,
        *,
        id: str = "",
        version: int = 1,
        name: dict[str, str] = ...,
        occasion: Occasion | str = Occasion.any,
        slots: Sequence[FittedSlot] = (),
        changes: Sequence[FittedChange] = (),
        seconds: float = 0.0,
        too_long: bool = False,
        much_shorter: bool = False,
        instead: Sequence[str] = (),
    ) -> None: ...

class HealthToAsk(_Value):
    """A question about health that comes before a routine."""

    @property
    def cue(self) -> int:
        """Number of its phrase."""

    @property
    def text(self) -> str:
        """In the language of the options."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Of the conditions that it names and of which nothing is known."""

    def __init__(
        self,
        *,
        cue: int = 0,
        text: str = "",
        codes: Sequence[str] = (),
    ) -> None: ...

def routine_schema() -> str:
    """The JSON Schema (draft 2020-12) of a routine document."""

def muscle_group(muscle: str) -> str:
    """The group in which a muscle counts in a routine: "adductors" for gracilis."""

def _routines() -> dict[str, Routine]: ...
def _fit(
    routine: Routine,
    person: Person,
    exercises: Sequence[Exercise] | None,
    circumstances: Circumstances,
    options: SessionOptions,
) -> Fitted: ...
def _prepare(
    routine: Routine, person: Person, exercises: Sequence[Exercise] | None, options: SessionOptions
) -> tuple[HealthToAsk, ...]: ...
def _catalog() -> dict[str, Exercise]: ...
def health_conditions() -> tuple[HealthCondition, ...]:
    """All conditions that the library knows, in the order of their codes."""

def derived_conditions(exercise: Exercise) -> tuple[Contraindication, ...]:
    """What follows from the demands and the position of an exercise; empty where it has no demands."""

def with_conditions(exercise: Exercise) -> Exercise:
    """The exercise with all that speaks against it: its own list, and what follows from its demands besides."""

def condition_codes() -> tuple[str, ...]:
    """The codes of the conditions that the library knows. An exercise may list others."""

def screen(
    person: Person,
    exercise: Exercise,
    exercises: Sequence[Exercise] | None = None,
    options: SessionOptions = ...,
) -> Screening:
    """Whether an exercise fits a person, and how. What is unknown is never taken for a no.

    `exercises` are those that may be offered instead, the catalog's unless others are given; each is screened, too.
    InvalidModel for a fact whose code none of them knows, nor the library."""

def phrase_languages() -> tuple[str, ...]:
    """The languages that the library speaks by itself."""

def phrase_pack(language: str) -> PhrasePack:
    """The library's own phrases in a language, as a PhrasePack. ValueError for a language that it does not speak."""

def standard_cues() -> tuple[Cue, ...]:
    """Words for every moment that an author may leave out; an exercise's own of a moment replace all of these."""

def standard_symptoms() -> tuple[StopSymptom, ...]:
    """What every exercise listens for, whole and with words."""

def heard_symptoms(exercise: Exercise) -> tuple[StopSymptom, ...]:
    """What a session of an exercise listens for: standard ones and its own, each of them whole."""

def pain_limits(profile: PainProfile | str) -> PainLimits:
    """The limits of a profile."""

def pain_light(rating: int, limits: PainLimits = ...) -> PainLight:
    """What a rating means; more pain never gives a milder light."""

@overload
def check(exercise: Exercise) -> tuple[Finding, ...]:
    """Everything that is wrong or doubtful about an exercise; empty when all is well."""

@overload
def check(exercise: Routine, exercises: Sequence[Exercise] | None = None) -> tuple[Finding, ...]:
    """Of a Routine: also its order. Its exercises are the catalog's unless others are given."""

class Recovery(Word):
    """What to do about a journal that does not end as it should."""

    tail = "tail"
    strict = "strict"
    prefix = "prefix"
    salvage = "salvage"

class MadeBy(_Value):
    """What wrote a journal."""

    @property
    def engine(self) -> int:
        """The engine; 0 for a journal that does not say."""

    @property
    def entries(self) -> int:
        """The schema of its entries."""

    @property
    def language(self) -> str:
        """That the session spoke."""

    @property
    def phrase_pack(self) -> int:
        """A hash of the library's phrases in that language."""

    def __init__(self, *, engine: int = 0, entries: int = 0, language: str = "", phrase_pack: int = 0) -> None: ...

class Recorded(_Bound):
    """What a journal holds, also one that another version of the library wrote."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def made_by(self) -> MadeBy:
        """What wrote it."""

    @property
    def can_be_replayed(self) -> bool:
        """The same engine wrote it, with the same phrases."""

    @property
    def events(self) -> tuple[Event, ...]:
        """As they were told, without words; none where the entries have another schema."""

    @property
    def summary(self) -> Summary | None:
        """The latest that was written, or None."""

    @property
    def inputs(self) -> int:
        """Postures, ticks and reports."""

    @property
    def closed(self) -> bool:
        """The journal was ended on purpose."""

    @property
    def lost(self) -> tuple[tuple[int, int], ...]:
        """Bytes that could not be read: (from, to) pairs."""

class JournaledSession(_Bound):
    """A session that is kept as it goes.

    Its calls are those of ``Session``; none but ``sync``, ``finish`` and ``close`` waits for the disk.
    """

    @property
    def session(self) -> Session:
        """A copy of the session as it is now. What it is told is in no journal."""

    @property
    def phase(self) -> Phase: ...
    @property
    def over(self) -> bool:
        """Finished, or stopped with the way out spoken."""

    @property
    def target(self) -> Target | None:
        """None when the person is free."""

    @property
    def taken(self) -> int:
        """Inputs so far, in this process."""

    @property
    def written(self) -> int:
        """Of these, handed to the system: no crash of this process loses them."""

    @property
    def durable(self) -> int:
        """Of these, on the disk: no loss of power does."""

    @property
    def failure(self) -> str:
        """What keeps the journal from being written; empty while nothing does."""

    def __init__(
        self,
        path: str | PathLike[str],
        exercise: Exercise,
        person: Person = ...,
        options: SessionOptions = ...,
        *,
        room: int = 1048576,
        sync_every: float = 1.0,
        checkpoint_every: float = 60.0,
    ) -> None: ...
    def observe(self, posture: Posture) -> tuple[Event, ...]:
        """A posture was seen."""

    def report(self, report: Report) -> tuple[Event, ...]:
        """The person or the app says something. On its way to the disk before it is acted on."""

    def tick(self, time: float) -> tuple[Event, ...]:
        """Time has passed [s]. Call it from a timer, always."""

    def apply(self, input: Input) -> tuple[Event, ...]:
        """A posture, a Tick or a report."""

    def run(self, recording: Recording) -> tuple[Event, ...]:
        """Observes every row."""

    def finish(self, time: float, reason: EndReason | str = EndReason.finished_by_app) -> Summary:
        """Enough, and the books are closed [s], the journal's too."""

    def close(self) -> None:
        """Writes that the journal is whole, and waits until it is on the disk."""

    def sync(self) -> None:
        """Waits until all inputs are on the disk."""

    def view(self) -> View:
        """What a screen draws now."""

    def text(self, event: Event, language: str | None = None) -> str:
        """The words of an event; empty if it has none."""

    def state(self) -> SessionState: ...
    def summary(self) -> Summary:
        """What happened so far; can be read at any time."""

class Replayed(_Bound):
    """A session as its journal tells it."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def session(self) -> Session:
        """Where it ended."""

    @property
    def summary(self) -> Summary: ...
    @property
    def inputs(self) -> int:
        """Postures, ticks and reports."""

    @property
    def closed(self) -> bool:
        """The journal was ended on purpose."""

    @property
    def lost(self) -> tuple[tuple[int, int], ...]:
        """Bytes that could not be read: (from, to) pairs."""

def resume(
    path: str | PathLike[str],
    away: float = 0.0,
    recovery: Recovery | str = Recovery.tail,
    *,
    room: int = 1048576,
    sync_every: float = 1.0,
    checkpoint_every: float = 60.0,
) -> JournaledSession:
    """Goes on with a session whose journal was not closed. Its times go on from ``view().time``."""

def replay(path: str | PathLike[str], recovery: Recovery | str = Recovery.tail) -> Replayed:
    """Plays a journal again from its beginning, and checks that every event is told as it was."""

class PastSession(_Bound):
    """What came of one session of a person."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def person(self) -> str:
        """The app's own opaque key, never a name."""

    @property
    def at(self) -> float:
        """By the app's wall clock, since the beginning of 1970 (UTC) [s]"""

    @property
    def summary(self) -> Summary: ...
    def __eq__(self, other: object, /) -> bool: ...

class ProgressPoint(_Value):
    """One session of a progress. Its range is that of the first measuring: only these can be compared over days."""

    @property
    def at(self) -> float:
        """Since the beginning of 1970 (UTC) [s]"""

    @property
    def range(self) -> Bilateral[Estimate]:
        """Each side's, before anything was stretched."""

    @property
    def gain(self) -> Gain:
        """Within this session."""

    @property
    def asymmetry(self) -> Asymmetry:
        """Right against left."""

    def __init__(
        self,
        *,
        at: float = 0.0,
        range: Bilateral[Estimate] = ...,
        gain: Gain = ...,
        asymmetry: Asymmetry = ...,
    ) -> None: ...

class Progress(_Value):
    """What the sessions of one exercise say together."""

    @property
    def exercise(self) -> str: ...
    @property
    def points(self) -> tuple[ProgressPoint, ...]:
        """Sessions in which a range was measured, in order."""

    @property
    def trend(self) -> Bilateral[Trend | None]:
        """Of each side's range [° a day]; None for fewer than five."""

    @property
    def change(self) -> Bilateral[Gain]:
        """Of each side, from its first range to its last."""

    @property
    def difference_trend(self) -> Trend | None:
        """Of right - left [° a day]; None for fewer than five."""

    @property
    def sides(self) -> Consistency:
        """Which side was the tighter one."""

    def __init__(
        self,
        *,
        exercise: str = "",
        points: Sequence[ProgressPoint] = (),
        trend: Bilateral[Trend | None] = ...,
        change: Bilateral[Gain] = ...,
        difference_trend: Trend | None = None,
        sides: Consistency = ...,
    ) -> None: ...

class Adherence(_Value):
    """How regularly somebody stretches. A start that was refused for want of a clearance is no session."""

    @property
    def sessions(self) -> int:
        """In all."""

    @property
    def a_week(self) -> float:
        """On average."""

    @property
    def weeks(self) -> tuple[int, ...]:
        """In each seven days; the last end at `until`, the first may begin before `since`."""

    def __init__(self, *, sessions: int = 0, a_week: float = 0.0, weeks: Sequence[int] = ()) -> None: ...

class History(_Bound):
    """The sessions of some persons in one file, an SQLite database. A context manager, which closes it."""

    def __init__(self, path: str | PathLike[str], *, create: bool = True, patience: float = 10.0) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *args: object) -> None: ...
    def add(self, person: str, at: float, summary: Summary) -> bool:
        """Adds a session, begun at a moment since 1970 (UTC) [s]. It is on the disk then; False: it was already."""

    def erase(self, person: str) -> int:
        """Removes all of a person, of which nothing is left in the files. Returns how many sessions it were."""

    def export_json(self, person: str) -> str:
        """A person's sessions as JSON documents, one a line."""

    def import_json(self, lines: str) -> int:
        """Adds what ``export_json`` wrote, all of it or nothing. Returns how many were not yet there."""

    def close(self) -> None:
        """Gives the file free."""

    def persons(self) -> tuple[str, ...]:
        """The keys of all persons, sorted."""

    def sessions(
        self, person: str, exercise: str | None = None, since: float | None = None, until: float | None = None
    ) -> tuple[PastSession, ...]:
        """In order of time; `since` [s] is included and `until` is not. Raises CorruptRecord with the row's number."""

    def progress(self, person: str, exercise: str, since: float | None = None, until: float | None = None) -> Progress:
        """Ranges with their errors, trends, and which side is tighter."""

    def adherence(self, person: str, since: float, until: float, exercise: str | None = None) -> Adherence:
        """Between two moments [s], in all exercises unless one is named."""

    def check(self) -> None:
        """Reads everything and raises what is wrong. Queries read only what they are asked for."""

def recorded(path: str | PathLike[str], recovery: Recovery | str = Recovery.tail) -> Recorded:
    """Reads a journal without playing it, as a Recorded: for one that another version of the library wrote."""

def save(obj: Archived, path: str | PathLike[str]) -> None:
    """Keeps a value in a file, checked, for its owner only; the file before stays as ``.1``. Power may fail."""

def load(path: str | PathLike[str]) -> Any:
    """What ``save`` kept; the file says of which kind it is. Raises CorruptRecord with the place."""

def to_archive(obj: Archived) -> bytes:
    """The record that ``save`` would write: for a database or another machine."""

def from_archive(record: bytes) -> Any:
    """What ``to_archive`` made bytes of. Raises what ``load`` raises."""

def archive_layout() -> str:
    """What is in a record, member by member, as JSON text: enough to write a reader from."""

class ReviewStatus(Word):
    """How far the words of safety of an exercise have been read."""

    draft = "draft"
    read = "read"
    clinically_reviewed = "clinically_reviewed"

def review_status(exercise: Exercise, language: str) -> ReviewStatus:
    """Draft, read or clinically_reviewed: the least of the words of safety in this language."""

def review_mark(words: str) -> str:
    """What stands at the end of who has read these words, so that a review goes stale with them."""

def exercise_schema() -> str:
    """The JSON Schema (draft 2020-12) of an exercise document."""

def in_language(text: dict[str, str], language: str) -> str:
    """The words for a language: exact tag, else its first part, else English, else any; empty if there are none."""

def spoken_length(text: str) -> float:
    """How long a voice takes for words [s]."""

@overload
def error_model(source: Source | str) -> ErrorModel: ...
@overload
def error_model(
    source: Source | str, motion: Motion | str | None = None, view: CameraView | str | None = None
) -> ErrorModel | None:
    """How far off a source is for a motion; without one, for hip abduction.

    None where nothing was published about it: then a session goes by feel.
    """

def skeleton(id: str) -> Skeleton:
    """A known skeleton.

    "mediapipe-33" (points of the picture), "mediapipe-33-world" (metres), "coco-17", "halpe-26", "body-25" (pixels),
    "kinect-v2-25" (metres), "azure-kinect-32" (millimetres), "plug-in-gait" (markers, millimetres).
    """

def signal_health(recording: Recording) -> tuple[HealthSpan, ...]:
    """Where the channels of a Recording were not to be trusted, judged as a session judges them.

    Channel by channel, in order of time. All other times were fresh.
    """

def skeletons() -> list[Skeleton]:
    """All skeletons that are known."""

def joint_angles(
    recording: LandmarkRecording, *, mirrored: bool = False, image_size: Sequence[int] | None = None
) -> Recording:
    """The joint angles of a whole LandmarkRecording."""

def legs_up_the_wall(hip_flexion: float = 90.0) -> KnownPose:
    """On the back with legs together up the wall; less than 90° where the person lies further from it."""

def flexion_axis(
    movement: ImuRecording, in_pose: Sequence[PlacedSensor], up: Vector3 | npt.ArrayLike | None = None
) -> FlexionAxis:
    """Finds which way is right from a movement that bends the hips forward: knees raised in turn, or walking."""

def first_still(recording: ImuRecording) -> tuple[PlacedSensor, ...]:
    """How the sensors were turned in the first second in which none turned by more than 2°."""

def calibrate(
    recording: ImuRecording,
    pose: KnownPose | None = None,
    up: Vector3 | npt.ArrayLike | None = None,
    right: Vector3 | npt.ArrayLike | None = None,
) -> ImuCalibration:
    """A calibration from a recording that begins with a known pose, held still for a second; standing if none is given.

    ``up`` and ``right`` are along the room's axes; z, and found in the movement, if they are not given. Raises
    RecordingError when there is no still second, or no movement that shows which way is right.
    """

def to_recording(recording: ImuRecording, calibration: ImuCalibration) -> Recording:
    """The joint angles of a whole recording, by imu_pair."""

def read_imu_folder(path: str | PathLike[str], required: Sequence[Segment | str] | None = None) -> ImuRecording:
    """Reads a folder with one CSV file of quaternions a sensor, named for its segment.

    ``required`` segments must have a file: pelvis and both thighs if it is not given. Raises RecordingError with line
    and column.
    """

def input_from_json(text: str) -> Input:
    """Reads what ``to_json`` of a tick or a report writes."""

def analytics(event: Event) -> dict[str, Any] | None:
    """What may be counted of an event: its fields that say nothing of the person's health, or None."""

def event_from_json(text: str) -> Event:
    """Reads what ``to_json`` of an event writes. A cue is numbers only there: ``Session.text`` has its words."""

def ranges(repetitions: Sequence[Repetition], error_model: ErrorModel) -> Bilateral[Estimate]:
    """The range of each side from the reach of its openings."""

def mean_range(repetitions: Sequence[Repetition], error_model: ErrorModel) -> Estimate:
    """The mean of both sides; of the one side that moved, or was seen, where there is no other."""

def interval(estimate: Estimate) -> Interval:
    """The 95 % interval of an estimate."""

@overload
def compare_sides(repetitions: Sequence[Repetition], error_model: ErrorModel) -> Asymmetry:
    """Right - left with a 95 % interval. A side is named only when zero lies outside of it, by 3° at least."""

@overload
def compare_sides(before: Sequence[Repetition], after: Sequence[Repetition], error_model: ErrorModel) -> Asymmetry:
    """From two measurings of one session: what both sides gained in between cancels out."""

@overload
def compare_ranges(before: Estimate, after: Estimate, error_model: ErrorModel | None = None, *, looks: int = 1) -> Gain:
    """From one estimate to another; ``looks`` is how many comparisons the session may make in all."""

@overload
def compare_ranges(
    before: Sequence[Repetition], after: Sequence[Repetition], error_model: ErrorModel, *, looks: int = 1
) -> Gain:
    """Of the mean of both sides, from some repetitions to later ones."""

def compare_sessions(earlier: Estimate, later: Estimate) -> Gain:
    """From one session to another: the error of a sensor that was placed anew is in both."""

@overload
def consistency(sessions: Sequence[Asymmetry]) -> Consistency:
    """Of the comparisons of several sessions, in any order."""

@overload
def consistency(differences: Sequence[float], error: ErrorModel) -> Consistency:
    """Of the differences of several sessions, right - left [°], that one kind of sensor measured."""

def trend(at: Sequence[float], values: Sequence[float]) -> Trend | None:
    """Of angles [°] over days, or openings: the median of the slopes of all pairs. None for fewer than five."""

def plateau(trend: Trend) -> bool:
    """Whether openings no longer change anything: all of the interval within 0.1° an opening."""

def indices(left: float, right: float, standard_error: float = 0.0) -> dict[str, float]:
    """The ratios by which the literature compares sides, by name. Raises InvalidModel where a ratio has no meaning."""

def index_formulas() -> dict[str, tuple[str, str]]:
    """Name of each index to its formula and its source."""

def transcript(summary: Summary) -> list[Line]:
    """What was said in a session, from its start."""

def captions(lines: Sequence[Line]) -> list[Line]:
    """At most two rows of 42 characters, as long as it takes to read, none over another."""

def to_webvtt(lines: Sequence[Line]) -> str:
    """Captions as WebVTT."""

def to_srt(lines: Sequence[Line]) -> str:
    """Captions as SubRip text."""

def to_ssml(lines: Sequence[Line], language: str, version: Ssml | str = Ssml.v1_1) -> str:
    """Lines for a speech engine, with silence as breaks. `language` is a BCP 47 tag."""

@overload
def phrases(exercise: Exercise, options: SessionOptions = ...) -> tuple[SpokenPhrase, ...]:
    """Every SpokenPhrase that a session of this exercise may say, those of emergencies first: to record or pre-render
    them. Sides and numbers are filled in with all that may come up; the sentence that names the parts of the
    body that are seen is listed for all of them and for those that move alone."""

@overload
def phrases(plan: Plan) -> tuple[SpokenPhrase, ...]:
    """The same for every session of a Plan."""

def script(exercise: Exercise, length: float, language: str = "en", person: Person = ...) -> Script:
    """The session of this exercise that lasts so long [s]. Raises InvalidModel for a length that no dose of it has."""

def signal_of(event: Event) -> SignalKind | None:
    """The signal that goes with an event; None for most."""

def signal_forms() -> dict[SignalKind, dict[str, Any]]:
    """How each sounds and feels: pitch [Hz], pulses (on, off, on … [s]) and a sign to show."""

def run_trial(
    people: Sequence[VirtualPerson],
    exercise: Exercise,
    options: SessionOptions = ...,
    person: Person = ...,
    *,
    threads: int = 0,
) -> dict[str, Any]:
    """Guides each person through a session of their own, several at once; a dict of arrays, truth beside claims."""

def parse_rule(text: str) -> Condition:
    """Compiles a rule about the midline or named sides. Raises RuleError with its position."""

def parse_rule_by_side(text: str) -> tuple[Condition, ...]:
    """Compiles a rule for each side it stands for: one or two conditions."""

def explain(rule: Condition | str) -> str:
    """A rule as one English sentence. Of the text of a rule about a pair, one sentence for both sides."""

def _limits(condition: Condition) -> tuple[tuple[str, float], ...]: ...
def _parse_side(text: str, side: Side | str | None) -> Condition: ...
def smooth(recording: Recording, cutoff: float = 4.0) -> Recording:
    """The Recording without what is faster than ``cutoff`` [Hz], for pictures and tables; nothing lags."""

def analyse(recording: Recording, exercise: Exercise, options: SessionOptions = ...) -> Analysis:
    """Repetitions, ranges, sides and rule verdicts of a recording, each with its error."""

def coach(recording: Recording, exercise: Exercise, person: Person = ..., options: SessionOptions = ...) -> Outcome:
    """What the coach would have said to a recording. Responses are listed, not obeyed."""

def _read_recording(
    path: str | PathLike[str],
    columns: dict[str, str] | None,
    source: Source | str | None,
    frame_rate: float | None,
    image_size: tuple[int, int] | None,
    mirrored: bool,
    skeleton: str | None,
    units: FileUnits | str | None,
    progress: Callable[[float], object] | None,
) -> Recording: ...
def _read_landmarks(
    path: str | PathLike[str],
    columns: dict[str, str] | None,
    source: Source | str | None,
    frame_rate: float | None,
    image_size: tuple[int, int] | None,
    mirrored: bool,
    skeleton: str | None,
    units: FileUnits | str | None,
    progress: Callable[[float], object] | None,
) -> LandmarkRecording: ...
def _landmarks_of_markers(
    names: Sequence[str],
    units: FileUnits | str | None,
    time: npt.ArrayLike,
    coordinates: npt.ArrayLike,
    skeleton: str | None,
    otherwise: FileUnits | str | None,
    source: Source | str | None,
    file_name: str,
) -> LandmarkRecording: ...
