#include <array>
#include <string>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/motion/skeleton.hpp>

#include "model/require.hpp"
#include "observable.hpp"

namespace stretchcore {
namespace {

int line(Direction direction) { return static_cast<int>(direction) / 2; }

/// A place, or that there is none.
void require_place(const std::string& field, int place, int count) {
  detail::require_range(field, place, no_landmark, count - 1);
}

}  // namespace

std::string_view Skeleton::why_absent(Channel channel) const {
  if (channels.contains(channel)) return "";
  const std::string_view reason = detail::unobservable(channel, *this);
  return reason.empty() ? "left out of the channels of this skeleton" : reason;
}

Skeleton Skeleton::in_plane() const {
  Skeleton flat = *this;
  flat.depth = false;
  flat.channels = channels & detail::observable(flat);
  return flat;
}

void Skeleton::validate() const {
  using detail::at;
  using detail::require;
  const int count = static_cast<int>(names.size());
  detail::require_words("id", id);
  require(count > 0 && count <= 1000, "names", "expected 1 to 1000 landmarks, got " + std::to_string(count));
  require(mirror.size() == names.size(), "mirror", "expected one place for each of the names");
  for (std::size_t i = 0; i < mirror.size(); ++i) {
    detail::require_range(at("mirror", i), mirror[i], 0, count - 1);
    const int back = mirror[static_cast<std::size_t>(mirror[i])];
    require(back == static_cast<int>(i), at("mirror", i), "mirroring twice must lead back");
  }
  detail::each_member<JointPlaces>([&](std::string_view point, auto place) {
    const std::string name{point};
    const int left = joints.left.*place;
    const int right = joints.right.*place;
    require_place("joints.left." + name, left, count);
    require_place("joints.right." + name, right, count);
    const int shown = left == no_landmark ? no_landmark : mirror[static_cast<std::size_t>(left)];
    require(shown == right, "joints",
            std::string{point} + ": the left one must be mirrored by the right one, or neither be there");
  });
  require((joints.left.asis == no_landmark) == (joints.left.psis == no_landmark), "joints",
          "a pelvis is known from all four of its markers or from none");
  detail::each_member<MidlinePlaces>([&](std::string_view point, auto place) {
    const std::string field = std::string{"midline."}.append(point);
    require_place(field, midline.*place, count);
    const bool there = midline.*place != no_landmark;
    require(!there || mirror[static_cast<std::size_t>(midline.*place)] == midline.*place, field,
            "a point of the midline is its own mirror image");
  });
  require(line(axes.x) != line(axes.y) && line(axes.y) != line(axes.z) && line(axes.z) != line(axes.x), "axes",
          "x, y and z must point three ways: right or left, up or down, toward or away");
  require(depth || line(axes.z) == line(Direction::toward), "axes.z", "without depth it must be what is not measured");
  channels.each([&](Channel c) {
    const std::string_view reason = detail::unobservable(c, *this);
    require(reason.empty(), "channels", std::string{name(c)} + ": " + std::string{reason});
  });
}

}  // namespace stretchcore
