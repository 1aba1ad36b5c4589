#include "catch.hpp"
#include "prelude.hpp"
#include "readme_block.hpp"  // the C++ block of the README, taken out by CMake

TEST_CASE("the loop of the README guides to the end, even where nobody is seen") {
  Camera camera;
  App app;
  guide(camera, app);
  CHECK(app.last.phase == stretchcore::Phase::finished);
  CHECK(app.events > 20);
}
