#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/model/phrase_pack.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// How the person can answer a question.
enum class Answers { none, tap, voice };
BOOST_DESCRIBE_ENUM(Answers, none, tap, voice)

/// Whether the range is measured before and after.
enum class Measure {
  every_session,
  sometimes,  ///< before only; the blocks are followed by the felt change alone
  never       ///< the target comes from the prescription
};
BOOST_DESCRIBE_ENUM(Measure, every_session, sometimes, never)

/// How many free openings a measuring takes, after two small ones: 4, 6 or 7.
enum class Precision { quick, standard, careful };
BOOST_DESCRIBE_ENUM(Precision, quick, standard, careful)

/// Whether postures are to be expected.
enum class Sensor {
  automatic,  ///< if none comes while the person settles, the session goes by tempo and feel
  none        ///< by tempo and feel from the first word
};
BOOST_DESCRIBE_ENUM(Sensor, automatic, none)

/// Where the pelvis is quiet, as the source reports it.
struct Neutral {
  std::optional<Angle> tilt{};
  std::optional<Angle> list{};
  std::optional<Angle> rotation{};

  bool operator==(const Neutral&) const = default;
};
BOOST_DESCRIBE_STRUCT(Neutral, (), (tilt, list, rotation))

/// How the app wants the session held.
struct SessionOptions {
  std::string language = "en";
  Answers answers = Answers::tap;
  Sensor sensor = Sensor::automatic;
  Source source = Source::phone_camera;
  std::optional<CameraView> view{};         ///< of a camera; none: one that shows the movement
  std::optional<ErrorModel> error_model{};  ///< instead of the source's own
  Measure measure = Measure::every_session;
  Precision precision = Precision::standard;
  std::optional<ChannelSet> watched{};  ///< instead of "all that is present when set-up ends"
  std::optional<Neutral> neutral{};     ///< instead of capturing it
  bool check_sides = false;             ///< ask for one knee bend, to find a mirrored camera
  int sessions_before = 0;              ///< of this exercise: who knows it hears less
  bool count_aloud = false;             ///< the number of each repetition to a target
  bool recorded = false;                ///< the person cannot hear: responses are listed, not obeyed
  Time output_latency{200'000'000};     ///< from an event to its sound or vibration
  std::string emergency_number{};       ///< to call for help, as "112"; empty: "your emergency number" in the language
  std::optional<PhrasePack> phrases{};  ///< what to say instead of the library's own phrases

  STRETCHCORE_API void validate() const;
  bool operator==(const SessionOptions&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionOptions, (),
                      (language, answers, sensor, source, view, error_model, measure, precision, watched, neutral,
                       check_sides, sessions_before, count_aloud, recorded, output_latency, emergency_number, phrases))

}  // namespace stretchcore
