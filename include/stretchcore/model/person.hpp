#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include <stretchcore/quantity/angle.hpp>

namespace stretchcore {

/// How close to easy the target may come: 5 % inside it, or 20 % for those who should be careful.
enum class Profile { standard, cautious };
BOOST_DESCRIBE_ENUM(Profile, standard, cautious)

/// What is known about the person beforehand. No name: `key` is whatever opaque word the app uses.
struct Person {
  std::string key{};
  Profile profile = Profile::standard;
  std::optional<Angle> prescription{};     ///< the width somebody prescribed, per side
  std::optional<Angle> clinician_limit{};  ///< never beyond, per side

  void validate() const;
  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (key, profile, prescription, clinician_limit))

}  // namespace stretchcore
