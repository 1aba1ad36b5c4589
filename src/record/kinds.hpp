#pragma once

#include <boost/mp11/algorithm.hpp>
#include <string_view>
#include <type_traits>

#include <stretchcore/record/archive.hpp>

namespace stretchcore::detail {

/// The four letters of a kind. Once given, they are never changed and never given again: BENE, CLEA, CONT,
/// CRLX, CUE, DOSE, ERRM, ESTI, EVID, GUAR, HOLD, INTV, MOVE, NEUT, PAIN, PROP, QUES, REPE, RULE, SCRN, SETU, SPOK and
/// SYMP were parts of others.
template <class T>
inline constexpr std::string_view kind_of{};

template <>
inline constexpr std::string_view kind_of<Exercise> = "EXER";
template <>
inline constexpr std::string_view kind_of<Person> = "PERS";
template <>
inline constexpr std::string_view kind_of<SessionOptions> = "OPTS";
template <>
inline constexpr std::string_view kind_of<SessionState> = "STAT";
template <>
inline constexpr std::string_view kind_of<Session> = "SESS";
template <>
inline constexpr std::string_view kind_of<Summary> = "SUMM";
template <>
inline constexpr std::string_view kind_of<Analysis> = "ANAL";
template <>
inline constexpr std::string_view kind_of<Recording> = "RECD";
template <>
inline constexpr std::string_view kind_of<Repetition> = "REPN";

/// Calls `visit(type)` for each kind, `type` being a `std::type_identity`.
template <class Visitor>
constexpr void each_kind(Visitor&& visit) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Archived>>([&](auto type) {
    static_assert(kind_of<typename decltype(type)::type>.size() == 4, "give the type a kind");
    visit(type);
  });
}

}  // namespace stretchcore::detail
