#pragma once

#include <span>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/session/state.hpp>

#include "keeping.hpp"
#include "plan.hpp"
#include "standing.hpp"

namespace stretchcore {

/// Requests for less leave at least this much of a target.
inline constexpr double least_eased = 0.5;

/// A repetition is told this long after its end, when the next may be begun.
inline constexpr Time begun_before{500'000'000};

/// One step of a session: reads the plan, changes the state, writes events. It lives for one call.
///
/// The work is split over the files of this folder: clocks.cpp and gaps.cpp (time), following.cpp (postures),
/// returning.cpp (movements), excursions.cpp (home, and what is little), settling.cpp (whether the person has slid, or
/// the sides were exchanged), judging.cpp (rules), health.cpp, setting_up.cpp, briefing.cpp and phases.cpp (the
/// course), turns.cpp (one side after the other), deciding.cpp (how far, and whether to go on), pacing.cpp (tempo and
/// holds), pausing.cpp (pauses, and less), resting.cpp (the rhythm of a rest), stopping.cpp (symptoms, STOP, what is
/// felt), alarm.cpp (calls for help), whereabouts.cpp (where the body is), leaving.cpp (the way out), talking.cpp
/// (words), telling.cpp (what to do now, and with which side), asking.cpp (questions and answers), living.cpp (signs of
/// life).
class Engine {
 public:
  Engine(const SessionPlan& plan, SessionState& state, EventBuffer& events)
      : plan_(plan), s_(state), events_(events), before_(state.now) {}

  void take(const Posture& posture);
  void take(const Tick& tick);
  void take(const Command& command);
  void take(const SymptomReport& report);
  void take(const FeltChange& felt);
  void take(const FeltStretch& felt);
  void take(const FeltSide& felt);
  void take(const PainRating& rating);
  void take(const CueSpoken& spoken);
  void take(const Answer& answer);

  void finish(Time now, EndReason reason);

 private:
  // engine.cpp
  template <class E>
  void emit(E event) {
    event.time = s_.now;
    int added = 0;
    const auto gravity = [](const Event& each) { return gravity_of(each); };
    if (keep(events_, added, Event{event}, gravity)) ++s_.diagnosis.events_dropped;
  }
  void refuse(Action action, Refusal reason);
  void refuse_going_on(Action action);
  void start();
  void go_on();
  bool moving_phase() const;
  bool seen() const { return s_.sight.following == Sensing::seen; }
  bool primary_fresh() const;
  void enter(Phase phase, Stage stage);
  void enter(Stage stage);
  bool since_stage(Time time) const { return s_.now - s_.course.stage_since >= time; }

  // clocks.cpp
  void arrive(std::optional<Time> time);
  void end_at(Time told);
  void set_clock(Time time);
  std::optional<Time> hear(Clock which, Time told);
  void believe(Clock which, Time told, Time at);
  std::optional<Time> doubt(Clock which, Time told);

  // gaps.cpp
  void pass(Time to, bool slow);
  bool watching() const;
  void lose_sight();
  void come_back(Time since);

  // following.cpp
  void observe(const Posture& posture);
  void watch_primary();
  void watch_health();
  void follow_movement();
  void pursue();
  Angle band() const;
  std::optional<Angle> furthest(Side side) const;

  // settling.cpp
  bool legs_at_home() const;
  void watch_rest();
  void watch_aslant();
  void move_neutral(std::size_t i, Angle to);
  void watch_exchange();
  void watch_exchange(const Repetition& before, const Repetition& now);
  void exchanged();

  // returning.cpp
  void completed(Repetition repetition);
  void remark(const Repetition& repetition, std::optional<Side> over);
  void rejected(const Attempt& attempt);
  bool small_opening(const Attempt& attempt) const;
  bool watch_fall(Time began, std::optional<Side> moved, const Bilateral<std::optional<Angle>>& reach);
  bool breaks_a_rule() const;

  // judging.cpp
  void judge(const Posture* posture);
  void judged(std::size_t i, RuleVerdict verdict, bool blind);
  void no_longer(int cue);
  void respond(std::size_t i);

  // health.cpp
  int caution_owed() const;
  bool worth_asking(const HealthQuestion& question) const;
  bool consult();
  void ask_health_again();
  void take_health(const Answer& answer);
  int code_named(const std::string& code) const;
  void hear_health_late(const Answer& answer);
  void end_for_health(ScreeningVerdict verdict);
  void close_health_question(HealthAnswer answer);
  void health_unanswered(QuestionKind kind);
  void settle_health(const Standing& before);
  void turn_away(ScreeningVerdict verdict);

  // setting_up.cpp
  bool set_up();
  void welcome();
  bool look();
  bool check_sides();
  bool still();
  void watch_stillness();

  // briefing.cpp
  void set_coverage();
  void leave_to_cues(std::size_t i);
  bool brief();
  void go_by_feel();

  // phases.cpp
  void advance();
  bool advance_once();
  bool measure();
  bool opened_enough() const;
  bool stretch();
  bool block_full();
  bool remeasure();
  void begin_measuring(Phase phase);
  void end_measuring();
  void begin_block();
  void correct_anew();
  void end_block();

  // turns.cpp
  bool change_side();
  bool begins_elsewhere() const;
  void turn_to(Side next, Stage then);
  void tell_turn(Stage then);
  void take_back_remarks();
  bool room_for(int here, int there) const;
  bool room_for_both_sides() const;
  int holds_of_turn() const;
  int holds_of_first_turn() const;

  // deciding.cpp
  void set_target();
  void drop_target();
  bool aimed() const { return s_.aim.target.left || s_.aim.target.right; }

  // excursions.cpp
  void determine();
  void note_home(const Bilateral<std::optional<Angle>>& home, const Bilateral<std::optional<Angle>>& peak);
  void watch_shift(bool at_rest);
  Angle counted_of(const Bilateral<Angle>& sides, std::optional<Side> moved) const;
  bool lower_floors();
  void ask_floors();
  void cap_at_latest();
  bool at_the_smallest() const;
  Angle on_the_way(Side side, double share) const;
  std::optional<EndReason> over_after_change() const;
  std::optional<EndReason> over_after_last_block() const;
  std::optional<EndReason> over_after_break() const;
  void decide_after_change();
  void offer();
  void decide_after_offer(std::optional<Choice> choice);

  // pacing.cpp
  bool pace(int wanted, bool aloud);
  void say_beat();
  void keep_hold();
  void note_hold(Time kept, bool offered);
  int holds_wanted() const;
  Time press_time() const;
  Time out_time() const;
  Time hold_time() const;
  Time back_time() const;

  // resting.cpp
  void check_rest();
  void ask_to_go_on();
  void help();
  void after_rest(Choice choice);

  // telling.cpp
  void announce(Stage next);
  void tell(std::optional<Moment> moment);
  bool names_side(int cue) const;
  void take_up();
  void other_side(std::optional<Side> wanted);
  bool one_side_only() const;
  void tell_side();
  std::optional<Moment> instruction() const;
  bool begin_told();
  void tell_again();
  void watch_side();
  void watch_turn(std::optional<Side> moved);
  std::optional<Side> working_side() const;
  bool begun_here(Time start) const;

  // living.cpp
  void alive();
  void watch_life();
  bool needs_answer(QuestionKind kind) const;
  bool worries(QuestionKind kind);
  void nobody_answers();

  // pausing.cpp
  void check_pause();
  void tell_pause();
  bool flickers() const;
  void note_loss();
  void check_resume();
  void remind();
  void check_caps();
  void pause(PauseCause cause, std::optional<Moment> words = {});
  void pause_for_her();
  void go_on_after_her();
  void set_up_anew();
  void resume();
  void leave_out(Time away);
  bool blind() const;
  void ease();
  void ease_after_too_much();
  bool lower();

  // stopping.cpp
  void heard(int symptom, std::optional<Side> side);
  void note(int symptom, std::optional<Side> side, Response response, int advice);
  void know(int place);
  void press_stop();
  void stop(EndReason reason);
  void halt(EndReason reason);
  void lead_out();
  void catch_up();
  void ask_help();
  void ask_what_is_felt();
  void felt(Choice choice);
  void helped(Choice choice);
  void heard_late(const Answer& answer);

  // alarm.cpp
  /// Somebody has seen to the call: what is said after it is heard as it is after any end.
  bool attended() const { return s_.alarm.raised() && s_.alarm.acknowledged; }
  void raise_alarm(int symptom, std::optional<Side> side);
  void hear_again(int symptom, std::optional<Side> side);
  void call_for_help();
  void check_alarm();
  Concern concern_of_alarm() const { return plan_.concern_in_emergency(s_.alarm.symptom); }
  int posture_in_alarm() const { return plan_.posture_cue(concern_of_alarm(), s_.alarm.body); }

  // whereabouts.cpp
  struct Whereabouts {
    BodyPosition body = BodyPosition::changing;
    bool in_stretch = true;  ///< the exercise's own way out leads out of it
  };
  Whereabouts whereabouts() const;
  BodyPosition out_of_stretch() const;
  Whereabouts on_way_out(Moment steps) const;
  int rest_of(Moment steps) const;

  // leaving.cpp
  void come_out(EndReason reason);
  bool leave();
  bool say_way_out();
  int next_out(bool farewell);
  bool stays_down() const;
  void close(EndReason reason);

  // talking.cpp
  int pick(Moment moment, std::optional<Side> side) const;
  int count_of(Moment moment) const;
  std::optional<Side> side_of(Moment moment) const;
  int said(Moment moment) const { return s_.talk.said[static_cast<std::size_t>(moment)]; }
  bool say(Moment moment, std::optional<Side> side = {}, int count = 0, ChannelSet parts = {});
  void say_now(Moment moment);
  void say_cue_now(int cue, bool interrupts);
  bool say_cue(int cue, const Filling& filling);
  bool say_always(int cue, const Filling& filling);
  int sum(int CueTrack::*count, int cue) const;
  bool said_within(int cue, Time time) const;
  std::optional<DropReason> spared(int cue);
  WaitingCue words(int cue, const Filling& filling) const;
  bool may_correct() const;
  void given(const WaitingCue& cue, bool interrupts);
  bool recite(Moment moment);
  void say_from_the_first(Moment moment);
  void speak_up();
  void tell_dropped();
  bool silent() const { return quiet(s_.talk.voice, s_.now, may_correct()); }

  // asking.cpp
  void ask(QuestionKind kind, Moment moment);
  void ask(QuestionKind kind, int cue);
  void feel(Feeling feeling);
  void feel(Stretch stretch);
  void feel(FirstSide side);
  void answered(Choice choice);
  void unanswered(QuestionKind kind);
  void check_question();
  bool asked(QuestionKind kind) const { return s_.talk.question && s_.talk.question->kind == kind; }

  const SessionPlan& plan_;
  SessionState& s_;
  EventBuffer& events_;
  Time before_;  ///< now, as it was before this call
};

/// Which cue would be said for a moment; −1 if there are no words for it. `following` as in `Sight`.
int pick_cue(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side, int said);
int count_cues(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side);

}  // namespace stretchcore
