// The library's own phrases: when each is said and by what number it is known. The words are in phrases/*.json, a file
// for each language. Numbers and ids are fixed for ever: a new phrase is added at the end with the next number, and
// the number of a phrase that goes is not used again (tests/golden/ids.txt).

#include "phrase_table.hpp"

#include <algorithm>
#include <array>

namespace stretchcore::detail {
namespace {

using enum Moment;
using Row = PhraseRow;

// clang-format off
constexpr std::array rows{
    Row{.number = 1, .id = "standard-health-operation", .moment = ask_health, .answering = Answering::possible},
    Row{.number = 2, .id = "standard-health-circulation", .moment = ask_health, .answering = Answering::possible},
    Row{.number = 3, .id = "standard-health-hip", .moment = ask_health, .answering = Answering::possible},
    Row{.number = 4, .id = "standard-health-today", .moment = ask_health, .answering = Answering::possible},
    Row{.number = 5, .id = "standard-health-care", .moment = ask_health, .answering = Answering::possible},
    Row{.number = 6, .id = "standard-health-which", .moment = ask_which, .answering = Answering::possible},
    Row{.number = 7, .id = "standard-health-which-else", .moment = ask_which, .answering = Answering::possible},
    Row{.number = 8, .id = "standard-health-notice", .moment = health_notice, .then_wait = 2},
    Row{.number = 9, .id = "standard-clearance", .moment = clearance, .then_wait = 2},
    Row{.number = 10, .id = "standard-another-day", .moment = another_day, .then_wait = 2},
    Row{.number = 11, .id = "standard-gentler", .moment = gentler, .then_wait = 1},
    Row{.number = 12, .id = "standard-settle", .moment = settle, .then_wait = 12},
    Row{.number = 13, .id = "standard-settle-breathe", .moment = settle, .then_wait = 4},
    Row{.number = 14, .id = "standard-seen", .moment = seen, .sensing = Sensing::seen},
    Row{.number = 15, .id = "standard-by-feel", .moment = by_feel, .sensing = Sensing::unseen, .then_wait = 1},
    Row{.number = 16, .id = "standard-side-check", .moment = side_check, .sensing = Sensing::seen, .then_wait = 3},
    Row{.number = 17, .id = "standard-be-still", .moment = be_still, .sensing = Sensing::seen, .then_wait = 2},
    Row{.number = 18, .id = "standard-coverage", .moment = coverage, .sensing = Sensing::seen, .then_wait = 1},
    Row{.number = 19, .id = "standard-symptom-notice", .moment = symptom_notice, .answering = Answering::possible, .then_wait = 1},
    Row{.number = 20, .id = "standard-symptom-notice-alone", .moment = symptom_notice, .answering = Answering::impossible, .then_wait = 1},
    Row{.number = 21, .id = "standard-ready-question", .moment = ask_ready, .sensing = Sensing::unseen, .answering = Answering::possible},
    Row{.number = 22, .id = "standard-ready-announced", .moment = ask_ready, .sensing = Sensing::unseen, .answering = Answering::impossible, .then_wait = 10},
    Row{.number = 23, .id = "standard-practice", .moment = practice},
    Row{.number = 24, .id = "standard-measure", .moment = measure, .sensing = Sensing::seen},
    Row{.number = 25, .id = "standard-measure-by-tempo", .moment = measure, .sensing = Sensing::unseen},
    Row{.number = 26, .id = "standard-side-question", .moment = ask_side, .sensing = Sensing::unseen, .answering = Answering::possible},
    Row{.number = 27, .id = "standard-side-conditional", .moment = ask_side, .sensing = Sensing::unseen, .answering = Answering::impossible},
    Row{.number = 28, .id = "standard-side-felt", .moment = side_felt},
    Row{.number = 29, .id = "standard-side-determined", .moment = side_determined, .sensing = Sensing::seen},
    Row{.number = 30, .id = "standard-target-set", .moment = target_set, .sensing = Sensing::seen},
    Row{.number = 31, .id = "standard-unmeasured", .moment = unmeasured, .sensing = Sensing::seen},
    Row{.number = 32, .id = "standard-block", .moment = block, .sensing = Sensing::seen},
    Row{.number = 33, .id = "standard-block-by-tempo", .moment = block, .sensing = Sensing::unseen},
    Row{.number = 34, .id = "standard-tempo-ease", .moment = tempo, .sensing = Sensing::unseen},
    Row{.number = 35, .id = "standard-tempo-breath", .moment = tempo, .sensing = Sensing::unseen},
    Row{.number = 36, .id = "standard-breath", .moment = breath, .sensing = Sensing::seen},
    Row{.number = 37, .id = "standard-go-out", .moment = go_out},
    Row{.number = 38, .id = "standard-hold", .moment = hold},
    Row{.number = 39, .id = "standard-hold-on", .moment = hold},
    Row{.number = 40, .id = "standard-press", .moment = press},
    Row{.number = 41, .id = "standard-come-back", .moment = come_back},
    Row{.number = 42, .id = "standard-confirm-reach", .moment = confirm, .sensing = Sensing::seen},
    Row{.number = 43, .id = "standard-confirm-like-that", .moment = confirm, .sensing = Sensing::seen},
    Row{.number = 44, .id = "standard-count", .moment = count_aloud},
    Row{.number = 45, .id = "standard-over-target", .moment = over_target, .sensing = Sensing::seen},
    Row{.number = 46, .id = "standard-ease-off", .moment = ease_off},
    Row{.number = 47, .id = "standard-smallest", .moment = smallest},
    Row{.number = 48, .id = "standard-last-ones", .moment = last_ones},
    Row{.number = 49, .id = "standard-block-done", .moment = block_done, .then_wait = 4},
    Row{.number = 50, .id = "standard-switch-side", .moment = switch_side, .then_wait = 6},
    Row{.number = 51, .id = "standard-symptom-check", .moment = symptom_check, .answering = Answering::possible, .then_wait = 2},
    Row{.number = 52, .id = "standard-symptom-check-alone", .moment = symptom_check, .answering = Answering::impossible, .then_wait = 2},
    Row{.number = 53, .id = "standard-stretch-question", .moment = ask_stretch, .answering = Answering::possible},
    Row{.number = 54, .id = "standard-stretch-conditional", .moment = ask_stretch, .answering = Answering::impossible},
    Row{.number = 55, .id = "standard-change-question", .moment = ask_change, .answering = Answering::possible},
    Row{.number = 56, .id = "standard-change-question-again", .moment = ask_change, .answering = Answering::possible},
    Row{.number = 57, .id = "standard-change-conditional", .moment = ask_change, .answering = Answering::impossible},
    Row{.number = 58, .id = "standard-pain-question", .moment = ask_pain, .answering = Answering::possible},
    Row{.number = 59, .id = "standard-pain-conditional", .moment = ask_pain, .answering = Answering::impossible},
    Row{.number = 60, .id = "standard-remeasure", .moment = remeasure, .sensing = Sensing::seen},
    Row{.number = 61, .id = "standard-remeasure-by-tempo", .moment = remeasure, .sensing = Sensing::unseen},
    Row{.number = 62, .id = "standard-more-question", .moment = ask_more, .answering = Answering::possible},
    Row{.number = 63, .id = "standard-more-conditional", .moment = ask_more, .sensing = Sensing::seen, .answering = Answering::impossible},
    Row{.number = 64, .id = "standard-more-by-tempo", .moment = ask_more, .sensing = Sensing::unseen, .answering = Answering::impossible},
    Row{.number = 65, .id = "standard-pause", .moment = pause},
    Row{.number = 66, .id = "standard-pause-lost", .moment = pause_lost, .sensing = Sensing::seen},
    Row{.number = 67, .id = "standard-pause-rule", .moment = pause_rule, .sensing = Sensing::seen},
    Row{.number = 68, .id = "standard-found", .moment = found, .sensing = Sensing::seen},
    Row{.number = 69, .id = "standard-resume", .moment = resume},
    Row{.number = 70, .id = "standard-set-up-anew", .moment = set_up_anew},
    Row{.number = 71, .id = "standard-by-feel-question", .moment = ask_by_feel, .answering = Answering::possible},
    Row{.number = 72, .id = "standard-by-feel-conditional", .moment = ask_by_feel, .answering = Answering::impossible},
    Row{.number = 73, .id = "standard-out-slowly", .moment = come_out, .then_wait = 12},
    Row{.number = 74, .id = "standard-out-rise", .moment = come_out, .then_wait = 4},
    Row{.number = 75, .id = "standard-stop-back", .moment = stop, .then_wait = 4},
    Row{.number = 76, .id = "standard-stop-rest", .moment = stop, .then_wait = 10},
    Row{.number = 77, .id = "standard-stop-rise", .moment = stop, .then_wait = 2},
    Row{.number = 78, .id = "standard-stay-down", .moment = stay, .then_wait = 8},
    Row{.number = 79, .id = "standard-stay-help", .moment = stay, .then_wait = 2},
    Row{.number = 80, .id = "standard-farewell", .moment = farewell, .sensing = Sensing::seen},
    Row{.number = 81, .id = "standard-farewell-by-feel", .moment = farewell, .sensing = Sensing::unseen},
    Row{.number = 82, .id = "standard-go-on-question", .moment = ask_go_on, .answering = Answering::possible},
    Row{.number = 83, .id = "standard-go-on-question-here", .moment = ask_go_on, .answering = Answering::possible},
    Row{.number = 84, .id = "standard-go-on-question-choice", .moment = ask_go_on, .answering = Answering::possible},
    Row{.number = 85, .id = "standard-go-on-question-easy", .moment = ask_go_on, .answering = Answering::possible},
    Row{.number = 86, .id = "standard-rest-on", .moment = ask_go_on, .answering = Answering::impossible},
    Row{.number = 87, .id = "standard-rest-easy", .moment = ask_go_on, .answering = Answering::impossible},
    Row{.number = 88, .id = "standard-rest-then-out", .moment = ask_go_on, .answering = Answering::impossible},
    Row{.number = 89, .id = "standard-rest-almost", .moment = ask_go_on, .answering = Answering::impossible},
    Row{.number = 90, .id = "standard-take-time", .moment = take_time},
    Row{.number = 91, .id = "standard-help-lengthen", .moment = help},
    Row{.number = 92, .id = "standard-help-hand", .moment = help},
    Row{.number = 93, .id = "standard-help-move", .moment = help},
    Row{.number = 94, .id = "standard-all-right-question", .moment = ask_all_right, .answering = Answering::possible},
    Row{.number = 95, .id = "standard-all-right", .moment = ask_all_right, .answering = Answering::impossible},
    Row{.number = 96, .id = "standard-work-side", .moment = work_side},
    Row{.number = 97, .id = "standard-go-side", .moment = go_side},
    Row{.number = 98, .id = "standard-wrong-side", .moment = wrong_side},
    Row{.number = 99, .id = "standard-other-side", .moment = wrong_side},
    Row{.number = 100, .id = "standard-call", .moment = call},
    Row{.number = 101, .id = "standard-felt-question", .moment = ask_felt, .answering = Answering::possible},
    Row{.number = 102, .id = "standard-felt-conditional", .moment = ask_felt, .answering = Answering::impossible},
    Row{.number = 103, .id = "standard-help-question", .moment = ask_help, .answering = Answering::possible},
    Row{.number = 104, .id = "standard-help-conditional", .moment = ask_help, .answering = Answering::impossible},
    Row{.number = 105, .id = "standard-cramp-stopped", .moment = advice, .then_wait = 10},
    Row{.number = 106, .id = "standard-stop-going-down", .moment = posture, .then_wait = 6, .concern = Concern::ordinary, .from = "d"},
    Row{.number = 107, .id = "standard-stop-rising", .moment = posture, .then_wait = 6, .concern = Concern::ordinary, .from = "r"},
    Row{.number = 108, .id = "standard-stop-where-you-are", .moment = posture, .then_wait = 6, .concern = Concern::ordinary, .from = "lc"},
    Row{.number = 109, .id = "standard-stop-up", .moment = posture, .then_wait = 2, .concern = Concern::ordinary, .from = "n"},
    Row{.number = 110, .id = "standard-faint-legs-up", .moment = posture, .then_wait = 8, .concern = Concern::faint, .from = "u"},
    Row{.number = 111, .id = "standard-faint-lying", .moment = posture, .then_wait = 8, .concern = Concern::faint, .from = "l"},
    Row{.number = 112, .id = "standard-faint-sitting", .moment = posture, .then_wait = 8, .concern = Concern::faint, .from = "s"},
    Row{.number = 113, .id = "standard-faint-anywhere", .moment = posture, .then_wait = 8, .concern = Concern::faint, .from = "tdrcn"},
    Row{.number = 114, .id = "standard-breath-legs-up", .moment = posture, .concern = Concern::breath, .from = "u"},
    Row{.number = 115, .id = "standard-breath-lying", .moment = posture, .concern = Concern::breath, .from = "l"},
    Row{.number = 116, .id = "standard-breath-sitting", .moment = posture, .concern = Concern::breath, .from = "s"},
    Row{.number = 117, .id = "standard-breath-anywhere", .moment = posture, .concern = Concern::breath, .from = "tdrcn"},
    Row{.number = 118, .id = "standard-saddle-legs-up", .moment = posture, .concern = Concern::saddle, .from = "u"},
    Row{.number = 119, .id = "standard-saddle-low", .moment = posture, .concern = Concern::saddle, .from = "ls"},
    Row{.number = 120, .id = "standard-saddle-anywhere", .moment = posture, .concern = Concern::saddle, .from = "tdrcn"},
    Row{.number = 121, .id = "standard-help-legs-up", .moment = posture, .concern = Concern::help, .from = "u"},
    Row{.number = 122, .id = "standard-help-low", .moment = posture, .concern = Concern::help, .from = "ls"},
    Row{.number = 123, .id = "standard-help-anywhere", .moment = posture, .concern = Concern::help, .from = "tdrcn"},
    Row{.number = 124, .id = "advice-numbness", .moment = advice},
    Row{.number = 125, .id = "advice-tingling", .moment = advice},
    Row{.number = 126, .id = "advice-burning", .moment = advice},
    Row{.number = 127, .id = "advice-sharp_pain", .moment = advice},
    Row{.number = 128, .id = "advice-something_wrong", .moment = advice},
    Row{.number = 129, .id = "advice-front_of_hip_pinch", .moment = advice},
    Row{.number = 130, .id = "advice-pubic_pain", .moment = advice},
    Row{.number = 131, .id = "advice-joint_locking", .moment = advice},
    Row{.number = 132, .id = "advice-inner_knee_pain", .moment = advice},
    Row{.number = 133, .id = "advice-back_or_spreading_leg_pain", .moment = advice},
    Row{.number = 134, .id = "advice-calf_pain_or_swelling", .moment = advice},
    Row{.number = 135, .id = "advice-chest_pain_or_breathlessness", .moment = advice},
    Row{.number = 136, .id = "advice-head_or_vision", .moment = advice},
    Row{.number = 137, .id = "advice-saddle_numbness_or_bladder", .moment = advice},
    Row{.number = 138, .id = "advice-cramp", .moment = advice},
    Row{.number = 139, .id = "advice-strong_pain", .moment = advice}};
// clang-format on

constexpr bool numbers_rise() {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].number <= rows[i - 1].number) return false;
  }
  return rows.front().number == 1 && rows.back().number <= last_phrase;
}
static_assert(numbers_rise());

/// The places of the rows, sorted by id.
constexpr auto by_id = [] {
  std::array<std::size_t, rows.size()> places{};
  for (std::size_t i = 0; i < rows.size(); ++i) places[i] = i;
  std::sort(places.begin(), places.end(), [](std::size_t a, std::size_t b) { return rows[a].id < rows[b].id; });
  return places;
}();

}  // namespace

std::span<const PhraseRow> phrase_table() { return rows; }

int phrase_number(std::string_view id) {
  const auto found = std::lower_bound(by_id.begin(), by_id.end(), id, [](std::size_t place, std::string_view wanted) {
    return rows[place].id < wanted;
  });
  return found != by_id.end() && rows[*found].id == id ? rows[*found].number : 0;
}

}  // namespace stretchcore::detail
