#pragma once

#include <boost/mp11/algorithm.hpp>
#include <string_view>
#include <type_traits>

#include <stretchcore/record/archive.hpp>

namespace stretchcore::detail {

/// The four letters of a kind. Once given, they are never changed and never given again.
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
template <>
inline constexpr std::string_view kind_of<Screening> = "SCRN";
template <>
inline constexpr std::string_view kind_of<Benefit> = "BENE";
template <>
inline constexpr std::string_view kind_of<Clearance> = "CLEA";
template <>
inline constexpr std::string_view kind_of<Contraindication> = "CONT";
template <>
inline constexpr std::string_view kind_of<ContractRelax> = "CRLX";
template <>
inline constexpr std::string_view kind_of<Cue> = "CUE ";
template <>
inline constexpr std::string_view kind_of<Dose> = "DOSE";
template <>
inline constexpr std::string_view kind_of<ErrorModel> = "ERRM";
template <>
inline constexpr std::string_view kind_of<Estimate> = "ESTI";
template <>
inline constexpr std::string_view kind_of<Evidence> = "EVID";
template <>
inline constexpr std::string_view kind_of<Guard> = "GUAR";
template <>
inline constexpr std::string_view kind_of<Hold> = "HOLD";
template <>
inline constexpr std::string_view kind_of<Interval> = "INTV";
template <>
inline constexpr std::string_view kind_of<Movement> = "MOVE";
template <>
inline constexpr std::string_view kind_of<Neutral> = "NEUT";
template <>
inline constexpr std::string_view kind_of<PainLimits> = "PAIN";
template <>
inline constexpr std::string_view kind_of<Prop> = "PROP";
template <>
inline constexpr std::string_view kind_of<Questionnaire> = "QUES";
template <>
inline constexpr std::string_view kind_of<Repeat> = "REPE";
template <>
inline constexpr std::string_view kind_of<Rule> = "RULE";
template <>
inline constexpr std::string_view kind_of<Setup> = "SETU";
template <>
inline constexpr std::string_view kind_of<SpokenFile> = "SPOK";
template <>
inline constexpr std::string_view kind_of<StopSymptom> = "SYMP";

/// Calls `visit(type)` for each kind, `type` being a `std::type_identity`.
template <class Visitor>
constexpr void each_kind(Visitor&& visit) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Archived>>([&](auto type) {
    static_assert(kind_of<typename decltype(type)::type>.size() == 4, "give the type a kind");
    visit(type);
  });
}

}  // namespace stretchcore::detail
