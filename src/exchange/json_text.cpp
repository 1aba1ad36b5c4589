#include "json_text.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

#include "limits.hpp"
#include "place.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::size_t deepest = 32;

/// A pointer into the text that tells where the reader is.
class FollowedChar {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  FollowedChar(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  FollowedChar& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  FollowedChar operator++(int) {
    FollowedChar before = *this;
    ++*this;
    return before;
  }
  bool operator==(const FollowedChar& other) const { return at_ == other.at_; }
  bool operator!=(const FollowedChar& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

/// Passes on what the parser finds.
struct Listener {
  const JsonText& text;
  JsonPieces& pieces;
  Progress& progress;
  const char* const& next;
  const char* begin;
  std::size_t depth = 0;

  bool null() { return other(); }
  bool boolean(bool) { return other(); }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool string(std::string&) { return other(); }
  bool binary(nlohmann::json::binary_t&) { return other(); }
  bool start_object(std::size_t) {
    go_deeper();
    pieces.begin_object();
    return true;
  }
  bool key(std::string& words) {
    pieces.key(words);
    return true;
  }
  bool end_object() {
    --depth;
    pieces.end_object();
    progress.at(static_cast<std::size_t>(next - begin));
    return true;
  }
  bool start_array(std::size_t) {
    go_deeper();
    pieces.begin_array();
    return true;
  }
  bool end_array() {
    --depth;
    pieces.end_array();
    return true;
  }
  bool parse_error(std::size_t, const std::string& last_token, const nlohmann::json::exception&) {
    text.fail("is not JSON here" + (last_token.empty() ? std::string{} : ", at " + detail::quoted_word(last_token)));
  }

 private:
  bool other() {
    pieces.other();
    return true;
  }
  bool number(double value) {
    pieces.number(value);
    return true;
  }
  void go_deeper() {
    if (++depth > deepest) text.fail("is nested more than " + std::to_string(deepest) + " deep");
  }
};

}  // namespace

JsonText::JsonText(std::string_view text, std::string_view file_name, const std::function<void(double)>& progress)
    : text_(text), file_name_(file_name), progress_(progress, text.size()), next_(text.data()) {
  if (text.size() > most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  if (text.starts_with("\xEF\xBB\xBF")) next_ += 3;
}

bool JsonText::more() {
  const char* const end = text_.data() + text_.size();
  next_ = std::find_if_not(next_, end, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return next_ != end;
}

void JsonText::read(JsonPieces& pieces) {
  const char* const end = text_.data() + text_.size();
  Listener listener{*this, pieces, progress_, next_, text_.data()};
  nlohmann::json::sax_parse(FollowedChar{next_, &next_}, FollowedChar{end, &next_}, &listener,
                            nlohmann::json::input_format_t::json, false);
}

void JsonText::fail(const std::string& problem) const {
  // The parser has read past what the problem is with, at most to the next character.
  const auto reached = static_cast<std::size_t>(next_ - text_.data());
  const std::string_view before = text_.substr(0, reached == 0 ? 0 : reached - 1);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_start = before.rfind('\n');
  fail_at(file_name_, line, before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1, problem);
}

}  // namespace stretchcore::detail
