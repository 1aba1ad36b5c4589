#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/model/phrase_pack.hpp>

namespace stretchcore {

/// The languages that the library speaks by itself: "en", "de", "es".
STRETCHCORE_API std::vector<std::string> phrase_languages();

/// The library's own phrases in a language, all of them. Nothing for a language that it does not speak; a region or a
/// register that it does not know is left out: "de-AT" gives "de".
STRETCHCORE_API std::optional<PhrasePack> phrase_pack(std::string_view language);

/// Throws `InvalidModel` if a pack cannot take the place of the library's phrases: an id or a word that the library
/// does not have (with the nearest that it has), another name for a symptom, placeholders that are not those of the
/// phrase, a call for help that takes longer than `longest_call` to say with a number of three digits. Nothing fits
/// always.
STRETCHCORE_API void require_fitting_phrases(const std::optional<PhrasePack>& pack);

/// A phrase of the library with the words that a pack has for it, if it has any.
STRETCHCORE_API Cue in_words_of(const std::optional<PhrasePack>& pack, Cue cue);

/// A person in need hears the call for help to its end within this (docs/safety.md).
inline constexpr Time longest_call{6'000'000'000};

/// A number for the content of a text, the same on every machine: FNV-1a of its bytes, 64 bits. For naming recorded
/// clips, and for noticing that a text has changed; it does not protect against anybody.
STRETCHCORE_API std::uint64_t text_hash(std::string_view text);

/// A number for all phrases and words of the library in a language; 0 if it does not speak it.
STRETCHCORE_API std::uint64_t phrase_pack_hash(std::string_view language);

/// The words that placeholders are filled with, by the keys of `PhrasePack::words`. A side as it stands alone; parts of
/// the body that move, as a person would say them, and those that have a name of their own once all their motions are
/// there (`pelvis`, `back`, `neck`).
enum class FillWord {
  left,
  right,
  hips,
  knees,
  ankles,
  shoulders,
  elbows,
  pelvis_tilt,
  pelvis_list,
  pelvis_rotation,
  spine_flexion,
  spine_side_bend,
  spine_rotation,
  neck_flexion,
  neck_side_bend,
  neck_rotation,
  pelvis,
  back,
  neck,
  legs,                  ///< thighs, where the pelvis is not seen
  but_not_the_pelvis,    ///< after them
  list_end,              ///< " and ": between the last two parts
  your_emergency_number  ///< where the app does not know which
};
BOOST_DESCRIBE_ENUM(FillWord, left, right, hips, knees, ankles, shoulders, elbows, pelvis_tilt, pelvis_list,
                    pelvis_rotation, spine_flexion, spine_side_bend, spine_rotation, neck_flexion, neck_side_bend,
                    neck_rotation, pelvis, back, neck, legs, but_not_the_pelvis, list_end, your_emergency_number)

/// What placeholders are filled with, in one language. It keeps views: the language, or the pack, must outlive it.
class STRETCHCORE_API FillWords {
 public:
  /// Those of the library; in English for a language that it does not speak.
  explicit FillWords(std::string_view language);

  /// Those of a pack; what it leaves out is the library's.
  explicit FillWords(const PhrasePack& pack);

  std::string_view operator[](FillWord word) const { return words_[static_cast<std::size_t>(word)]; }

  /// As it was given: the language whose rules of plural hold.
  std::string_view language() const { return language_; }

 private:
  std::string_view language_;
  std::array<std::string_view, detail::enumerator_count<FillWord>> words_;
};

}  // namespace stretchcore
