#pragma once

#include <map>
#include <optional>

#include <stretchcore/cue/render.hpp>

#include "contract/adapter.hpp"
#include "session/inside.hpp"
#include "session/people.hpp"

namespace stretchcore::contract {

/// The smallest app that keeps the contract, and the library's own adapter: one voice, one screen, a timer.
class SmallApp : public Adapter {
 public:
  bool open(std::string_view phase, std::string_view emergency_number) override {
    const auto wanted = named<Phase>(std::string{phase});
    if (!wanted) return false;
    auto& prepared = prepared_[*wanted];
    if (!prepared) prepared = brought_to(*wanted, std::string{emergency_number});
    play_ = *prepared;
    heard_.clear();
    voice_.reset();
    broken_ = false;
    // What was being said when the contract begins to watch.
    const VoiceState& voice = inside(play_->session).talk.voice;
    const int saying = SessionInside::plan(play_->session).number_of(voice.saying.cue);
    if (saying >= 0 && play_->now < voice.until) voice_ = Speaking{saying, voice.until};
    return true;
  }

  void report(std::string_view symptom) override { give(SymptomReport{{}, *named<Symptom>(std::string{symptom})}); }
  void press_stop() override { give(Command{{}, Action::stop}); }
  void acknowledge() override { give(Command{{}, Action::acknowledge}); }

  void pass(double length) override { run(length, true); }
  void lose_sensor(double length) override { run(length, false); }
  void suspend(double length) override {
    play_->now += seconds(length);
    voice_.reset();  // the system stops it
  }
  void break_voice(bool broken) override { broken_ = broken; }

  double now() const override { return to_seconds(play_->now); }
  std::vector<Heard> heard() const override { return heard_; }
  Screen screen() const override {
    const View view = play_->session.view();
    const bool stop = std::find(view.actions.begin(), view.actions.end(), Action::stop) != view.actions.end();
    return {stop, view.emergency.has_value(), view.emergency ? view.emergency->number : "", voice_.has_value()};
  }

 private:
  struct Speaking {
    int cue = 0;
    Time until{0};
  };

  static Rehearsal brought_to(Phase phase, std::string number) {
    const Exercise& exercise = inner_thigh();
    Rehearsal play{Session{exercise, screened(exercise), {.emergency_number = std::move(number)}}};
    if (phase == Phase::ready) return play;
    const bool by_itself = phase == Phase::setting_up || phase == Phase::measuring || phase == Phase::stretching ||
                           phase == Phase::remeasuring;
    while (play.session.phase() != (by_itself ? phase : Phase::stretching)) play.step();
    play.play_for(seconds(2));
    if (phase == Phase::paused) play.give(Command{{}, Action::pause});
    if (phase == Phase::stopped) play.give(Command{{}, Action::stop});
    if (phase == Phase::coming_out || phase == Phase::finished) play.give(Command{{}, Action::enough});
    if (phase == Phase::finished) play.play();
    return play;
  }

  void run(double length, bool sensor) {
    const Time until = play_->now + seconds(length);
    while (play_->now < until) {
      play_->now += seconds(0.1);
      if (voice_ && play_->now >= voice_->until) {
        const int cue = voice_->cue;
        voice_.reset();
        give(CueSpoken{{}, cue, Speech::finished});
      }
      const bool over = play_->session.over();
      if (sensor && !over && play_->session.phase() != Phase::ready) give(play_->posture());
      give(Tick{play_->now});
    }
  }

  void give(const Input& input) {
    play_->give(input);
    const std::vector<Event> events = play_->latest;
    for (const Event& event : events) {
      if (const auto* cue = std::get_if<CueGiven>(&event)) say(*cue);
    }
  }

  void say(const CueGiven& cue) {
    const std::string text = play_->session.text(cue, "en");
    const bool cuts = cue.interrupts && voice_.has_value();
    heard_.push_back({to_seconds(play_->now), text, cuts, !broken_});
    if (broken_) {
      voice_.reset();
      give(CueSpoken{{}, cue.cue, Speech::failed});
    } else {
      voice_ = Speaking{cue.cue, play_->now + spoken_length(text)};
    }
  }

  std::map<Phase, std::optional<Rehearsal>> prepared_;
  std::optional<Rehearsal> play_;
  std::vector<Heard> heard_;
  std::optional<Speaking> voice_;
  bool broken_ = false;
};

}  // namespace stretchcore::contract
