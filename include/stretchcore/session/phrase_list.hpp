#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/session/plan.hpp>

namespace stretchcore {

/// A sentence that a session may say, filled in.
struct SpokenPhrase {
  std::string id{};  ///< of the cue
  Moment moment = Moment::settle;
  std::optional<Side> side{};  ///< that it names
  int count = 0;               ///< that it names; 0 if it names none
  bool brief = false;          ///< the few words, for when the whole ones are known
  std::string text{};
  std::string language{};  ///< of the text
  std::string hash{};      ///< `text_hash` of the text, 16 hexadecimal digits: a name for a recorded clip
  Time length{0};          ///< how long it takes to say: of the recorded voice if there is one, else estimated

  bool operator==(const SpokenPhrase&) const = default;
};
BOOST_DESCRIBE_STRUCT(SpokenPhrase, (), (id, moment, side, count, brief, text, language, hash, length))

/// Every sentence that a session of this plan may say, to whomever, in the language of its options, those of
/// emergencies first, so that an app can record or pre-render them. Sides are filled in with both, numbers with each
/// that may come up. The one sentence that is not closed names the parts of the body that are seen
/// (`Moment::coverage`): it is listed for all that the exercise uses and for those that move alone; an app without a
/// clip for another set speaks it.
STRETCHCORE_API std::vector<SpokenPhrase> phrases(const Plan& plan);
/// The same with a plan of its own. Throws as `Plan` does.
STRETCHCORE_API std::vector<SpokenPhrase> phrases(const Exercise& exercise, const SessionOptions& options = {});

}  // namespace stretchcore
