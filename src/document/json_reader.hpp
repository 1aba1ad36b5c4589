#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/posture.hpp>

#include "document/json_tree.hpp"
#include "document/names.hpp"
#include "document/path.hpp"
#include "document/read_scalars.hpp"

namespace stretchcore::detail {

// One `Reader` for each kind of member. It throws `DocumentError` with the path, the value and what was expected.

template <class T>
struct Reader;

template <class T>
T read(const JsonValue& json, const Path& path) {
  return Reader<T>::read(json, path);
}

template <>
struct Reader<bool> {
  static bool read(const JsonValue& json, const Path& path) { return read_boolean(json, path); }
};

template <std::integral T>
  requires(!std::same_as<T, bool>)
struct Reader<T> {
  static T read(const JsonValue& json, const Path& path) {
    const std::string digits = read_whole_number(json, path);
    T value{};
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size()) {
      using Limits = std::numeric_limits<T>;
      refuse(path, digits + " is outside " + std::to_string(Limits::min()) + " to " + std::to_string(Limits::max()));
    }
    return value;
  }
};

template <>
struct Reader<double> {
  static double read(const JsonValue& json, const Path& path) { return read_number(json, path, "a number"); }
};

template <>
struct Reader<Angle> {
  static Angle read(const JsonValue& json, const Path& path) {
    return degrees(read_number(json, path, "a number of degrees"));
  }
};

template <>
struct Reader<Time> {
  static Time read(const JsonValue& json, const Path& path) { return read_time(json, path); }
};

template <>
struct Reader<std::string> {
  static std::string read(const JsonValue& json, const Path& path) { return read_string(json, path); }
};

template <>
struct Reader<Text> {
  static Text read(const JsonValue& json, const Path& path) { return read_text(json, path); }
};

template <DescribedEnum E>
struct Reader<E> {
  static E read(const JsonValue& json, const Path& path) {
    const std::optional<E> value = json.kind == JsonValue::Kind::string ? named<E>(json.text) : std::nullopt;
    if (!value) refuse_word(json, path, words_of<E>());
    return *value;
  }
};

template <>
struct Reader<ChannelSet> {
  static ChannelSet read(const JsonValue& json, const Path& path) {
    expect(json, JsonValue::Kind::array, path, "a list of channels");
    ChannelSet channels;
    for (std::size_t i = 0; i < json.members.size(); ++i) {
      const Path place{path, i};
      const auto channel = detail::read<Channel>(json.members[i].value, place);
      if (channels.contains(channel)) refuse(place, shown(json.members[i].value) + " is there twice");
      channels.insert(channel);
    }
    return channels;
  }
};

template <class T>
struct Reader<std::optional<T>> {
  static std::optional<T> read(const JsonValue& json, const Path& path) {
    if (json.kind == JsonValue::Kind::null) return std::nullopt;
    return detail::read<T>(json, path);
  }
};

template <class T>
struct Reader<std::vector<T>> {
  static std::vector<T> read(const JsonValue& json, const Path& path) {
    expect(json, JsonValue::Kind::array, path, "a list");
    std::vector<T> values;
    values.reserve(json.members.size());
    for (const JsonMember& element : json.members) {
      values.push_back(detail::read<T>(element.value, Path{path, values.size()}));
    }
    return values;
  }
};

template <class T>
struct Reader<std::map<std::string, T>> {
  static std::map<std::string, T> read(const JsonValue& json, const Path& path) {
    expect(json, JsonValue::Kind::object, path, "an object");
    std::map<std::string, T> values;
    for (const auto& [key, written] : json.members) values.emplace(key, detail::read<T>(written, Path{path, key}));
    return values;
  }
};

template <class T, std::size_t most>
struct Reader<boost::container::static_vector<T, most>> {
  static boost::container::static_vector<T, most> read(const JsonValue& json, const Path& path) {
    expect(json, JsonValue::Kind::array, path, "a list");
    expect_count(json, 0, most, path);
    boost::container::static_vector<T, most> values;
    for (const JsonMember& element : json.members) {
      values.push_back(detail::read<T>(element.value, Path{path, values.size()}));
    }
    return values;
  }
};

template <class T, std::size_t count>
struct Reader<std::array<T, count>> {
  static std::array<T, count> read(const JsonValue& json, const Path& path) {
    expect(json, JsonValue::Kind::array, path, "a list");
    expect_count(json, count, count, path);
    std::array<T, count> values{};
    for (std::size_t i = 0; i < count; ++i) values[i] = detail::read<T>(json.members[i].value, Path{path, i});
    return values;
  }
};

template <class T>
void read_into(T& owner, auto member, const JsonValue& json, const Path& path) {
  owner.*member = detail::read<std::remove_cvref_t<decltype(owner.*member)>>(json, path);
}

/// A symptom that the library does not know is one of the exercise's own, by its id: a report is never refused for it.
inline void read_into(SymptomReport& report, Symptom SymptomReport::*member, const JsonValue& json, const Path& path) {
  const bool text = json.kind == JsonValue::Kind::string;
  if (text && !named<Symptom>(json.text)) {
    report.*member = Symptom::other;
    if (report.id.empty()) report.id = json.text;
  } else {
    report.*member = detail::read<Symptom>(json, path);
  }
}

/// Missing members keep their defaults. `tag` is a member that has been read already.
template <DescribedStruct T>
struct Reader<T> {
  static T read(const JsonValue& json, const Path& path, std::string_view tag = {}) {
    expect(json, JsonValue::Kind::object, path, "an object with the members of " + std::string{type_name<T>()});
    T value{};
    for (const auto& [key, written] : json.members) {
      bool known = key == tag && !tag.empty();
      each_member<T>([&, &key = key, &written = written](std::string_view name, auto member) {
        if (key != name) return;
        read_into(value, member, written, Path{path, name});
        known = true;
      });
      if (!known) refuse_member(key, path, type_name<T>(), members_by_name<T>());
    }
    if constexpr (requires { value.validate(); }) {
      try {
        value.validate();
      } catch (const InvalidModel& error) {
        refuse(Path{path, error.field()}, error.problem());
      }
    }
    return value;
  }
};

template <>
struct Reader<Posture> {
  static Posture read(const JsonValue& json, const Path& path, std::string_view tag = {}) {
    expect(json, JsonValue::Kind::object, path, "an object with a time and angles by channel");
    Posture posture;
    for (const auto& [key, written] : json.members) {
      const Path place{path, key};
      if (key == "time") {
        posture.time = detail::read<Time>(written, place);
      } else if (const std::optional<Channel> channel = named<Channel>(key)) {
        posture.set(*channel, degrees(read_sensor_number(written, place)));
      } else if (key != tag || tag.empty()) {
        refuse_member(key, path, "Posture", words_of<Channel>());
      }
    }
    return posture;
  }
};

template <class... Alternatives>
struct Reader<std::variant<Alternatives...>> {
  using Variant = std::variant<Alternatives...>;

  static Variant read(const JsonValue& json, const Path& path) {
    constexpr std::string_view key = tag_key<Variant>;
    expect(json, JsonValue::Kind::object, path, "an object with a \"" + std::string{key} + "\"");
    const Path place{path, key};
    const JsonValue* tag = json.find(key);
    if (tag == nullptr) refuse(place, "is missing; write one of " + listed(tags_of<Variant>()));
    std::optional<Variant> value;
    each_alternative<Variant>([&]<class Alternative>(std::string_view word, std::type_identity<Alternative>) {
      if (tag->kind == JsonValue::Kind::string && tag->text == word) value = Reader<Alternative>::read(json, path, key);
    });
    if (!value) refuse_word(*tag, place, tags_of<Variant>());
    return *std::move(value);
  }
};

}  // namespace stretchcore::detail
