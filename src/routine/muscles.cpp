#include <array>

#include <stretchcore/routine/order.hpp>

namespace stretchcore {
namespace {

struct Group {
  std::string_view muscle;
  std::string_view group;
};

// What is stretched together, as the catalog names it: anatomy, not a judgement.
constexpr std::array muscle_groups{
    Group{"adductor_longus", "adductors"},
    Group{"adductor_brevis", "adductors"},
    Group{"adductor_magnus", "adductors"},
    Group{"gracilis", "adductors"},
    Group{"medial_hamstrings", "hamstrings"},
    Group{"semitendinosus", "hamstrings"},
    Group{"semimembranosus", "hamstrings"},
    Group{"biceps_femoris", "hamstrings"},
    Group{"piriformis", "gluteals"},
    Group{"gluteus_maximus", "gluteals"},
    Group{"iliopsoas", "hip_flexors"},
    Group{"rectus_femoris", "quadriceps"},
    Group{"gastrocnemius", "calf"},
    Group{"soleus", "calf"},
    Group{"pectoralis_major", "pectorals"},
    Group{"upper_trapezius", "neck"},
    Group{"scalenes", "neck"},
    Group{"cervical_rotators", "neck"},
    Group{"suboccipitals", "neck"},
};

}  // namespace

std::string_view muscle_group(std::string_view muscle) {
  for (const Group& one : muscle_groups) {
    if (one.muscle == muscle) return one.group;
  }
  return muscle;
}

}  // namespace stretchcore
