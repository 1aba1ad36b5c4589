#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <stretchcore/safety/explain.hpp>

namespace stretchcore {
namespace {

using Code = Instruction::Code;

std::string in_parentheses(const std::string& words) { return "(" + words + ")"; }

/// Ten digits: all that anybody writes, and not what calculating left behind them.
std::string in_words(double value) {
  std::array<char, 32> digits;
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), value + 0.0, std::chars_format::general, 10);
  return {digits.data(), written.ptr};
}

std::string in_words(Time duration) { return in_words(to_seconds(duration)) + " s"; }

std::string in_words(double value, MarginUnit unit) {
  return in_words(value) + (unit == MarginUnit::degrees ? "°" : unit == MarginUnit::degrees_per_second ? "°/s" : "");
}

/// "the left hip abduction"; a rule that stands for either side names none.
std::string in_words(Channel channel, bool named_side) {
  const std::optional<Side> of = side(channel);
  std::string words{name(motion(channel))};
  std::replace(words.begin(), words.end(), '_', ' ');
  return "the " + (of && named_side ? std::string{name(*of)} + " " : "") + words;
}

/// Something that is calculated, as a noun.
struct Noun {
  enum class Shape { number, thing, calculation, list };

  Shape shape = Shape::thing;
  std::string words;
  std::string subject = words;  ///< in front of "is above 5°"

  /// Where something is said of it, or calculated with it.
  std::string part() const { return shape == Shape::number || shape == Shape::thing ? words : in_parentheses(words); }
};

/// Something that is true or false, as a clause.
struct Clause {
  /// Behind "and" and "or" only a comparison or a simple clause can stand without parentheses.
  enum class Shape { comparison, simple, both, either, other };

  Shape shape = Shape::other;
  std::string words;
  std::string subject{};    ///< of a comparison, "the pelvis tilt"
  std::string predicate{};  ///< of a comparison, "above 5°"

  /// In the tense of `verb`; what is no comparison, as a whole.
  std::string with(const std::string& verb) const {
    if (shape == Shape::comparison) return subject + " " + verb + " " + predicate;
    return "it " + verb + " so that " + in_parentheses(words);
  }
  std::string part() const {
    return shape == Shape::comparison || shape == Shape::simple ? words : in_parentheses(words);
  }
};

template <class T>
T pop(std::vector<T>& stack) {
  T top = std::move(stack.back());
  stack.pop_back();
  return top;
}

/// Goes through a program as `evaluate` does, with words instead of values.
class Explainer {
 public:
  explicit Explainer(bool named_side) : named_side_(named_side) {}

  std::string explain(const Condition& condition) {
    for (const Instruction& step : condition.program) follow(step);
    return clauses_.empty() ? "unknown: there is no rule." : "violated while " + clauses_.back().words + ".";
  }

 private:
  void follow(const Instruction& step) {
    switch (step.code) {
      case Code::constant:
        return push(Noun::Shape::number, in_words(step.value, step.unit));
      case Code::channel:
        return push(Noun::Shape::thing, in_words(step.channel, named_side_));
      case Code::negate:
        return push(Noun::Shape::calculation, "minus " + pop(nouns_).part());
      case Code::absolute:
        return absolute();
      case Code::add:
        return calculate("", " plus ");
      case Code::subtract:
        return calculate("", " minus ");
      case Code::multiply:
        return calculate("", " times ");
      case Code::divide:
        return calculate("", " divided by ");
      case Code::minimum:
        return calculate("the smaller of ", " and ");
      case Code::maximum:
        return calculate("the larger of ", " and ");
      case Code::rate:
        return push(Noun::Shape::thing, "the speed of " + pop(nouns_).part());
      case Code::change:
        return push(Noun::Shape::calculation, "the change of " + pop(nouns_).part() + " from where it was first seen");
      case Code::less:
        return compare(step, "below ", "above ");
      case Code::less_equal:
        return compare(step, "at or below ", "at or above ");
      case Code::greater:
        return compare(step, "above ", "below ");
      case Code::greater_equal:
        return compare(step, "at or above ", "at or below ");
      case Code::both:
        return join(Clause::Shape::both, " and ");
      case Code::either:
        return join(Clause::Shape::either, " or ");
      case Code::invert:
        return invert();
      case Code::held:
        return look_back(" for " + in_words(step.duration));
      case Code::within:
        return look_back(" at some time in the last " + in_words(step.duration));
      case Code::since:
        return since(in_words(step.duration));
      case Code::cleared:
        return clear();
    }
  }

  void push(Noun::Shape shape, std::string words) { nouns_.push_back({shape, std::move(words)}); }

  void absolute() {
    const Noun of = pop(nouns_);
    nouns_.push_back({Noun::Shape::thing, "the size of " + of.part(), of.words + ", either way,"});
  }

  void calculate(std::string_view before, std::string_view between) {
    const std::string right = pop(nouns_).part();
    const std::string left = pop(nouns_).part();
    push(before.empty() ? Noun::Shape::calculation : Noun::Shape::list,
         std::string{before}.append(left).append(between).append(right));
  }

  /// A number that stands first is the limit all the same.
  void compare(const Instruction& step, std::string_view than, std::string_view turned) {
    using Compared = Instruction::Compared;
    if (step.compared >= Compared::channel) push(Noun::Shape::thing, in_words(step.channel, named_side_));
    if (step.compared == Compared::magnitude) absolute();
    Noun limit = step.fixed() ? Noun{Noun::Shape::number, in_words(step.value, step.unit)} : pop(nouns_);
    Noun compared = pop(nouns_);
    const bool turn = compared.shape == Noun::Shape::number;
    if (turn) std::swap(limit, compared);
    const std::string predicate = std::string{turn ? turned : than} +
                                  (limit.shape == Noun::Shape::list ? in_parentheses(limit.words) : limit.words);
    clauses_.push_back({Clause::Shape::comparison, compared.subject + " is " + predicate, compared.subject, predicate});
  }

  void join(Clause::Shape shape, const std::string& word) {
    const Clause right = pop(clauses_);
    const Clause left = pop(clauses_);
    const auto part = [&](const Clause& clause) { return clause.shape == shape ? clause.words : clause.part(); };
    clauses_.push_back({shape, part(left) + word + part(right)});
  }

  void invert() {
    const Clause clause = pop(clauses_);
    const bool simple = clause.shape == Clause::Shape::comparison;
    clauses_.push_back({simple ? Clause::Shape::simple : Clause::Shape::other, clause.with("is not")});
  }

  void look_back(const std::string& time) {
    const Clause clause = pop(clauses_);
    if (clause.shape == Clause::Shape::comparison) {
      clauses_.push_back({Clause::Shape::simple, clause.with("has been") + time});
    } else {
      clauses_.push_back({Clause::Shape::other, "it has been so" + time + " that " + in_parentheses(clause.words)});
    }
  }

  void since(const std::string& time) {
    const Clause beginning = pop(clauses_);
    const Clause lasting = pop(clauses_);
    clauses_.push_back({Clause::Shape::other, "at some time in the last " + time + " " + beginning.with("was") +
                                                  " and ever since then " + lasting.with("has been")});
  }

  void clear() {
    const Clause clear = pop(clauses_);
    const Clause violated = pop(clauses_);
    clauses_.push_back({Clause::Shape::other, violated.part() + ", and after that until " + clear.part()});
  }

  bool named_side_;
  std::vector<Noun> nouns_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::string explain(const Condition& condition) {
  std::string sentence = Explainer{true}.explain(condition);
  sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  return sentence;
}

std::string explain(std::string_view rule) {
  const auto conditions = parse_rule_by_side(rule);
  if (conditions.size() == 1) return explain(conditions.front());
  return "On either side: " + Explainer{false}.explain(conditions.front());
}

}  // namespace stretchcore
