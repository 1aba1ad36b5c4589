#include <algorithm>
#include <array>
#include <set>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/session/phrase_list.hpp>

#include "access.hpp"
#include "cue_choice.hpp"

namespace stretchcore {
namespace {

constexpr std::array<std::optional<Side>, 3> either_or_none{std::nullopt, Side::left, Side::right};

bool needs(std::string_view words, std::string_view name) {
  const std::vector<std::string> names = placeholders(words);
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// No moment picks these: a symptom, a rule, or where the body is.
bool by_cause(Moment moment) {
  return moment == Moment::posture || moment == Moment::advice || moment == Moment::rule || moment == Moment::caution;
}

/// Cues that are picked when their moment comes, and those that no moment picks.
std::set<int> may_be_said(const SessionPlan& plan) {
  std::set<int> all;
  for (std::size_t i = 0; i < plan.cues.size(); ++i) all.insert(static_cast<int>(i));
  for (const std::vector<int>& of_moment : plan.by_moment) {
    for (const int cue : of_moment) {
      if (!by_cause(plan.cues[static_cast<std::size_t>(cue)].cue->moment)) all.erase(cue);
    }
  }
  detail::each_enumerator<Moment>([&](std::string_view, Moment moment) {
    for (const Sensing following : {Sensing::seen, Sensing::unseen}) {
      if (following == Sensing::seen && plan.options.sensor == Sensor::none) continue;
      for (const std::optional<Side> side : either_or_none) {
        const int count = count_cues(plan, moment, following, side);
        for (int nth = 0; nth < count; ++nth) all.insert(pick_cue(plan, moment, following, side, nth));
      }
    }
  });
  return all;
}

int whole_seconds(Time time) { return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count()); }

/// The largest number that the words of a moment may name.
int most_of(const SessionPlan& plan, Moment moment) {
  const Effort& effort = plan.exercise.movement.effort;
  const auto* hold = std::get_if<Hold>(&effort);
  const auto* relax = std::get_if<ContractRelax>(&effort);
  if (moment == Moment::hold && hold) return whole_seconds(hold->duration);
  if (moment == Moment::hold && relax) return whole_seconds(relax->hold);
  if (moment == Moment::press && relax) return whole_seconds(relax->contract);
  const int holds = hold ? hold->holds_each_side : relax ? relax->holds_each_side : 0;
  return std::max(holds, plan.exercise.dose.per_block);
}

std::string hex(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, number >>= 4U) *at = digits[number & 15U];
  return text;
}

class List {
 public:
  explicit List(const SessionPlan& plan) : plan_(plan) {}

  void add(const PlannedCue& cue) {
    add(cue, cue.words, false);
    if (!cue.brief.empty()) add(cue, cue.brief, true);
  }

  std::vector<SpokenPhrase> sentences;

 private:
  void add(const PlannedCue& cue, const std::string& words, bool brief) {
    if (words.empty()) return;
    const bool sided = needs(words, "side");
    const int most = needs(words, "count") ? most_of(plan_, cue.cue->moment) : 0;
    const bool of_parts = needs(words, "parts");
    for (const std::optional<Side> side : either_or_none) {
      if (side.has_value() != sided) continue;
      for (int count = std::min(1, most); count <= most; ++count) {
        add(cue, words, brief, {side, count, of_parts ? plan_.used : ChannelSet{}});
        if (of_parts) add(cue, words, brief, {side, count, plan_.primary});
      }
    }
  }

  void add(const PlannedCue& cue, const std::string& words, bool brief, const Filling& filling) {
    std::string text = render(words, filling, plan_.fill_words(cue.language));
    const std::string hash = hex(text_hash(text));
    sentences.push_back({cue.cue->id, cue.cue->moment, filling.side, filling.count, brief, std::move(text),
                         cue.language, hash, plan_.length_of(cue, brief, filling)});
  }

  const SessionPlan& plan_;
};

}  // namespace

std::vector<SpokenPhrase> phrases(const Exercise& exercise, const SessionOptions& options) {
  return phrases(Plan{exercise, options});
}

std::vector<SpokenPhrase> phrases(const Plan& of) {
  const SessionPlan& plan = SessionInside::plan(of);
  List list{plan};
  for (const int cue : may_be_said(plan)) list.add(plan.cues[static_cast<std::size_t>(cue)]);
  std::stable_sort(list.sentences.begin(), list.sentences.end(), [](const SpokenPhrase& a, const SpokenPhrase& b) {
    return of_emergency(a.moment) && !of_emergency(b.moment);
  });
  return std::move(list.sentences);
}

}  // namespace stretchcore
