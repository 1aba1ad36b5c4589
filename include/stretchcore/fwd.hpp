#pragma once

// The names of the library, for headers that only pass them on. It costs nothing to include.

namespace stretchcore {

// Quantities
enum class Side;
enum class Motion;
enum class Channel;
class Angle;
class ChannelSet;
struct Estimate;
struct Interval;
template <class T>
struct Bilateral;

// What is written down
struct Cue;
struct Dose;
struct ErrorModel;
struct Exercise;
struct Movement;
struct Person;
struct Routine;
struct Rule;
struct SessionOptions;
struct Slot;
struct StopSymptom;
enum class Source;

// What passes through
class ImuRecording;
class Posture;
class Recording;
struct Attempt;
struct Landmark;
struct Orientation;
struct Repetition;
struct Target;
enum class EndReason;
enum class Phase;

// What watches and guides
class ImuTracker;
class Inclinometer;
class Monitor;
class PoseTracker;
class Session;
struct Analysis;
struct CameraGeometry;
struct Condition;
struct Finding;
struct FlexionAxis;
struct ImuCalibration;
struct Outcome;
struct Screening;
class SessionState;
struct Skeleton;
struct Summary;
struct View;

// Beside the library: exchange/ and simulation/
class VirtualPerson;
struct ReadOptions;
struct Traits;

// Errors
class Error;
class InvalidModel;
class DocumentError;
class RuleError;
class RecordingError;
class RecordError;
class CorruptRecord;

}  // namespace stretchcore
