#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// What a pain rating means for going on.
enum class PainLight {
  green,  ///< go on
  amber,  ///< less far, and ask again
  red     ///< stop
};
BOOST_DESCRIBE_ENUM(PainLight, green, amber, red)

/// Where the light changes, on the numeric rating scale [0..10].
struct PainLimits {
  int amber_from = 3;
  int red_from = 4;

  STRETCHCORE_API void validate() const;
  bool operator==(const PainLimits&) const = default;
};
BOOST_DESCRIBE_STRUCT(PainLimits, (), (amber_from, red_from))

/// Named limits. The wider ones come from supervised loading (pain-monitoring model, Thomeé 1997) and need a clinician.
enum class PainProfile {
  wellness,  ///< 0–2, 3, 4 and more
  clinician  ///< 0–2, 3–5, 6 and more
};
BOOST_DESCRIBE_ENUM(PainProfile, wellness, clinician)

constexpr PainLimits pain_limits(PainProfile profile) {
  return profile == PainProfile::clinician ? PainLimits{3, 6} : PainLimits{3, 4};
}

/// More pain never gives a milder light.
constexpr PainLight pain_light(int rating, const PainLimits& limits) {
  if (rating >= limits.red_from) return PainLight::red;
  return rating >= limits.amber_from ? PainLight::amber : PainLight::green;
}

}  // namespace stretchcore
