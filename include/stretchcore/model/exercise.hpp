#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/body_position.hpp>
#include <stretchcore/model/contraindication.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/demand.hpp>
#include <stretchcore/model/dose.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/model/movement.hpp>
#include <stretchcore/model/position.hpp>
#include <stretchcore/model/region.hpp>
#include <stretchcore/model/rule.hpp>
#include <stretchcore/model/symptom.hpp>
#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// Something to have at hand.
struct Prop {
  std::string id{};
  bool optional = false;
  Text name{};
  Text why{};
  Text instead{};  ///< what else will do

  bool operator==(const Prop&) const = default;
};
BOOST_DESCRIBE_STRUCT(Prop, (), (id, optional, name, why, instead))

/// Where and with what.
struct Setup {
  Text position{};
  std::vector<Prop> props{};
  std::optional<BodyPosition> body{};  ///< legs_up, lying, sitting or standing, where no `Position` says it

  bool operator==(const Setup&) const = default;
};
BOOST_DESCRIBE_STRUCT(Setup, (), (position, props, body))

/// On which side a part of the body stays as it is.
enum class GuardedSide {
  moving,   ///< on the side that moves
  resting,  ///< on the other one
  both
};
BOOST_DESCRIBE_ENUM(GuardedSide, moving, resting, both)

/// What a part of the body stays near.
enum class GuardedFrom {
  neutral,              ///< where it was when it was captured
  start_of_repetition,  ///< where it was when the movement began
  band                  ///< between two angles
};
BOOST_DESCRIBE_ENUM(GuardedFrom, neutral, start_of_repetition, band)

/// A part of the body that stays quiet, or is held at an angle: while it is further than `tolerance` from where it
/// should be, or outside its band, range does not count. Twice the error of the source widens a band; where half its
/// width is less than that, it is not judged. What a person hears of it comes from a rule, or from the cues.
struct Guard {
  Motion motion = Motion::pelvis_list;
  GuardedSide side = GuardedSide::both;
  GuardedFrom from = GuardedFrom::neutral;
  Angle tolerance = degrees(5);
  std::optional<Angle> low{};   ///< of a band
  std::optional<Angle> high{};  ///< of a band
  Text words{};                 ///< what stays as it is, for readers

  STRETCHCORE_API void validate() const;
  bool operator==(const Guard&) const = default;
};
BOOST_DESCRIBE_STRUCT(Guard, (), (motion, side, from, tolerance, low, high, words))

/// A pose by the angles of its joints, in degrees by channel; what is left out is 0°.
using Pose = std::map<std::string, double>;

/// From where a figure is looked at.
enum class FigureView { front, side, top };
BOOST_DESCRIBE_ENUM(FigureView, front, side, top)

/// How an exercise is drawn: where it begins and where it ends, with the left side moving.
struct StickFigure {
  FigureView view = FigureView::side;
  Pose start{};
  Pose end{};

  STRETCHCORE_API void validate() const;
  bool operator==(const StickFigure&) const = default;
};
BOOST_DESCRIBE_STRUCT(StickFigure, (), (view, start, end))

/// How well a statement is supported.
enum class Support {
  lesson,     ///< the lesson says so; research does not back it as stated
  mixed,      ///< some studies do, some do not
  supported,  ///< a review or several studies do
  design      ///< chosen for this library
};
BOOST_DESCRIBE_ENUM(Support, lesson, mixed, supported, design)

/// What a lesson says it is good for. Quoted as that, never promised.
struct Benefit {
  Text text{};
  Support support = Support::lesson;
  std::string source{};

  bool operator==(const Benefit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Benefit, (), (text, support, source))

/// Where a number or a statement of the exercise comes from.
struct Evidence {
  std::string statement{};
  Support support = Support::design;
  std::string source{};

  bool operator==(const Evidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (statement, support, source))

/// A stretch as it is written down: all that a session needs to guide it, and all that a catalog shows.
struct Exercise {
  std::string id{};  ///< kebab-case, "dynamic-inner-thigh-stretch"
  int version = 1;
  Text name{};
  Text summary{};
  std::optional<Region> region{};
  std::optional<Position> position{};
  std::vector<std::string> muscles{};
  Setup setup{};
  Movement movement{};
  std::optional<std::vector<CameraView>> views{};  ///< of a camera that show the movement; none known: any
  std::vector<Guard> guards{};
  Dose dose{};
  Text breathing{};
  std::vector<Cue> cues{};
  std::vector<Rule> rules{};
  std::vector<StopSymptom> stop_symptoms{};
  /// What it asks of the body besides what its position does; who should not do it follows from that. None known: the
  /// list of contraindications is complete by itself.
  std::optional<std::vector<Demand>> demands{};
  std::vector<Contraindication> contraindications{};  ///< with demands: what differs from what follows from them
  std::vector<std::string> alternatives{};            ///< ids of exercises for the same, in another position
  std::vector<std::string> easier{};                  ///< ids of exercises that lead here
  std::vector<std::string> harder{};                  ///< ids of exercises that this one leads to
  std::vector<Benefit> benefits{};
  std::vector<Evidence> evidence{};
  std::optional<StickFigure> figure{};

  /// Structure only; `check` also compiles the rules and resolves the words. Throws `InvalidModel`.
  STRETCHCORE_API void validate() const;
  bool operator==(const Exercise&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exercise, (),
                      (id, version, name, summary, region, position, muscles, setup, movement, views, guards, dose,
                       breathing, cues, rules, stop_symptoms, demands, contraindications, alternatives, easier, harder,
                       benefits, evidence, figure))

/// Where the body is in an exercise, if that is known.
inline std::optional<BodyPosition> body_in(const Exercise& exercise) {
  return exercise.position ? std::optional{body_in(*exercise.position)} : exercise.setup.body;
}

}  // namespace stretchcore
