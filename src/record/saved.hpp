#pragma once

#include <boost/describe/class.hpp>
#include <utility>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/stream/recording.hpp>

#include "body.hpp"
#include "session/access.hpp"

namespace stretchcore::detail {

// Classes with invariants have no members to walk; they are put down as what they are made of.

/// A session goes on from these alone.
struct SavedSession {
  Exercise exercise;
  Person person;
  SessionOptions options;
  State state;
};
BOOST_DESCRIBE_STRUCT(SavedSession, (), (exercise, person, options, state))

/// What is written of a value.
template <class T>
struct Kept {
  using type = T;
};
template <>
struct Kept<Session> {
  using type = SavedSession;
};
template <>
struct Kept<SessionState> {
  using type = State;
};
template <class T>
using KeptAs = typename Kept<T>::type;

inline void write_session(BodyWriter& to, const Session& session, const Path& path) {
  detail::write(to, session.exercise(), Path{path, "exercise"});
  detail::write(to, session.person(), Path{path, "person"});
  detail::write(to, session.options(), Path{path, "options"});
  detail::write(to, SessionInside::state(session), Path{path, "state"});
}

inline Session read_session(BodyReader& from, const Path& path) {
  SavedSession saved;
  detail::read(from, saved, path);
  try {
    return Session{std::move(saved.exercise), std::move(saved.person), std::move(saved.options),
                   SessionState{std::move(saved.state)}, catalog_exercises()};
  } catch (const InvalidModel& error) {
    refuse_body(Path{path, error.field()}, "belongs to no such session");
  } catch (const RuleError&) {
    refuse_body(Path{path, "exercise"}, "has a rule that is none");
  }
}

/// A count of rows, the source, the channels, then the times and each channel's angles. A cell that was not seen is
/// NaN.
template <>
struct Body<Recording> {
  static void write(BodyWriter& to, const Recording& value, const Path& path) {
    to.put(static_cast<std::uint32_t>(value.size()));
    detail::write(to, value.source, Path{path, "source"});
    detail::write(to, value.channels(), Path{path, "channels"});
    to.put(std::as_bytes(value.time()));
    value.channels().each([&](Channel channel) { to.put(std::as_bytes(value.column(channel))); });
  }

  static void read(BodyReader& from, Recording& value, const Path& path) {
    const std::size_t rows = from.count(longest_record / sizeof(double), sizeof(double), path);
    std::optional<Source> source;
    detail::read(from, source, Path{path, "source"});
    ChannelSet channels;
    detail::read(from, channels, Path{path, "channels"});
    const auto column = [&](std::string_view name) {
      const Path place{path, name};
      if (rows * sizeof(double) > from.left()) refuse_body(place, "the body ends before it");
      std::vector<double> numbers(rows);
      from.take(std::as_writable_bytes(std::span{numbers}), place);
      return numbers;
    };
    try {
      value = Recording{column("time")};
    } catch (const RecordingError&) {
      refuse_body(Path{path, "time"}, "has a row that no clock shows");
    }
    value.source = source;
    channels.each([&](Channel channel) { value.set(channel, column(name(channel))); });
  }

  static JsonValue layout(Layout& layout) {
    return layout.members("Recording", [&](JsonValue& members) {
      members.add("rows", json_string("uint32"));
      members.add("source", Body<std::optional<Source>>::layout(layout));
      members.add("channels", Body<ChannelSet>::layout(layout));
      members.add("time", layout.of("rows", json_string("double")));
      members.add("angles", layout.of("columns", json_string("double")));
    });
  }
};

}  // namespace stretchcore::detail
