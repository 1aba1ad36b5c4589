"""stretchcore guides a person through a stretch.

Both sides go only as far as the one that stops first, until it feels freer, and it stops when something is wrong.

Start with ``Session(catalog()["dynamic-inner-thigh-stretch"])`` and give it postures with ``observe``, the passing of
time with ``tick`` and whatever the person says with ``report``; or with ``analyse(read_recording(path), exercise)``.
Times are seconds, angles are degrees, both plain floats. Words such as ``Side.left`` equal their text, ``"left"``.
"""

from stretchcore._bilateral import Bilateral
from stretchcore._catalog import catalog
from stretchcore._core import *  # noqa: F403
from stretchcore._core import __version__
