#include <array>

#include <stretchcore/safety/health_conditions.hpp>

namespace stretchcore {
namespace {

constexpr std::array<std::string_view, 42> all_condition_codes{
    "achilles_insertion_pain",
    "active_joint_disease",
    "back_worse_arching",
    "back_worse_bending",
    "balance_problem",
    "bleeding_tendency",
    "eye_pressure_or_retina",
    "floor_is_hard_to_reach",
    "groin_hernia",
    "growth_spurt",
    "heart_or_kidney_failure",
    "hip_impingement_or_dysplasia",
    "hip_osteoarthritis",
    "hip_replacement",
    "hypermobility",
    "knee_pain",
    "knee_replacement_or_kneeling_pain",
    "leg_artery_disease",
    "loss_of_feeling",
    "neck_artery_or_recent_neck_injury",
    "neck_instability",
    "neck_pain",
    "nerve_pain",
    "new_pacemaker",
    "not_today",
    "osteoporosis",
    "painful_or_frozen_shoulder",
    "pelvic_girdle_pain",
    "pregnancy",
    "pregnancy_first_half",
    "pregnancy_second_half",
    "recent_abdominal_or_chest_surgery",
    "recent_blood_clot",
    "recent_groin_strain",
    "recent_surgery_or_fracture",
    "reflux_or_hiatal_hernia",
    "shoulder_dislocation",
    "shoulder_repair_or_replacement",
    "spinal_fusion",
    "uncontrolled_high_blood_pressure",
    "vertigo",
    "wrist_pain",
};

}  // namespace

std::span<const std::string_view> condition_codes() { return all_condition_codes; }

}  // namespace stretchcore
