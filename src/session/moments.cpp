#include "moments.hpp"

namespace stretchcore {

Priority priority_of(Moment moment) {
  switch (moment) {
    case Moment::stop:
    case Moment::stay:
    case Moment::advice:
    case Moment::clearance:
    case Moment::another_day:
    case Moment::call:
    case Moment::posture:
    case Moment::ask_help:
      return Priority::emergency;
    case Moment::symptom_notice:
    case Moment::symptom_check:
    case Moment::ask_ready:
    case Moment::ask_side:
    case Moment::ask_stretch:
    case Moment::ask_change:
    case Moment::ask_pain:
    case Moment::ask_health:
    case Moment::ask_which:
    case Moment::ask_more:
    case Moment::ask_by_feel:
    case Moment::ask_go_on:
    case Moment::ask_all_right:
    case Moment::ask_felt:
      return Priority::question;
    case Moment::pause:
    case Moment::pause_lost:
    case Moment::pause_rule:
    case Moment::rule:
    case Moment::over_target:
    case Moment::ease_off:
    case Moment::smallest:
    case Moment::caution:
    case Moment::health_notice:
      return Priority::safety;
    case Moment::side_felt:
      return Priority::balance;
    case Moment::tempo:
    case Moment::breath:
      return Priority::tempo;
    case Moment::confirm:
    case Moment::count_aloud:
    case Moment::last_ones:
      return Priority::encouragement;
    default:
      return Priority::step;
  }
}

bool corrects(Moment moment) { return moment == Moment::over_target || moment == Moment::rule; }

Time patience_of(Moment moment) {
  using namespace literals;
  switch (moment) {
    case Moment::go_out:
    case Moment::come_back:
    case Moment::go_side:
      return 300_ms;
    case Moment::confirm:
    case Moment::count_aloud:
    case Moment::last_ones:
    case Moment::over_target:
    case Moment::breath:
    case Moment::wrong_side:
      return 2_s;
    case Moment::tempo:
      return 8_s;
    case Moment::rule:  // taken back as soon as it is ok again
      return 20_s;
    default:
      return 60_s;
  }
}

bool of_safety(Moment moment) {
  switch (moment) {
    case Moment::ask_health:
    case Moment::ask_which:
    case Moment::health_notice:
    case Moment::clearance:
    case Moment::another_day:
    case Moment::gentler:
    case Moment::caution:
    case Moment::symptom_notice:
    case Moment::symptom_check:
    case Moment::ask_pain:
    case Moment::pause:
    case Moment::pause_lost:
    case Moment::pause_rule:
    case Moment::smallest:
    case Moment::come_out:
    case Moment::stop:
    case Moment::stay:
    case Moment::advice:
    case Moment::help:
    case Moment::ask_all_right:
    case Moment::call:
    case Moment::posture:
    case Moment::ask_felt:
    case Moment::ask_help:
      return true;
    default:
      return false;
  }
}

bool about_both(Moment moment) {
  return moment == Moment::seen || moment == Moment::be_still || moment == Moment::target_set ||
         moment == Moment::unmeasured;
}

}  // namespace stretchcore
