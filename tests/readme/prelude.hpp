#pragma once

// What the loop of the README takes for granted: a camera and an app of somebody's own.

#include <array>
#include <span>
#include <vector>

#include <stretchcore/stretchcore.hpp>

/// A camera before which nobody ever is.
struct Camera {
  double now = 0.0;

  stretchcore::Time time() { return stretchcore::seconds(now += 0.05); }
  stretchcore::CameraGeometry geometry() const { return {.mirrored = false, .image_size = std::array{1280, 720}}; }
  std::vector<stretchcore::Landmark> landmarks() const { return std::vector<stretchcore::Landmark>(33); }
};

struct App {
  int events = 0;
  stretchcore::View last;

  void handle(const stretchcore::Event&) { ++events; }
  void draw(const stretchcore::View& view) { last = view; }
};
