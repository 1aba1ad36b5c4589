#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <stretchcore/exchange/csv.hpp>

#include "catch.hpp"

namespace exchange_csv_test {

using namespace stretchcore;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// Time and left hip abduction, what nearly every example here has.
Recording left_hip(std::vector<double> time, std::vector<double> angles) {
  Recording recording{std::move(time)};
  recording.set(Channel::hip_abduction_left, std::move(angles));
  return recording;
}

Recording with_columns(std::string_view text, std::map<std::string, std::string> columns) {
  return parse_csv(text, ReadOptions{std::move(columns), std::nullopt});
}

}  // namespace

TEST_CASE("our own words are read as they are, other columns are ignored") {
  Recording expected = left_hip({0.0, 0.5}, {10.0, -20.25});
  expected.set(Channel::pelvis_list, {0.5, 1.5});
  CHECK(parse_csv("time,note,hip_abduction_left,pelvis_list\n0,a,10,0.5\n0.5,12x,-20.25,1.5\n") == expected);
}

TEST_CASE("comma, semicolon and tab separate, whichever the header line has most of") {
  const Recording expected = left_hip({0.0, 0.5}, {10.0, -20.25});
  for (const char delimiter : {',', ';', '\t'}) {
    std::string text = "time|hip_abduction_left|\"a, b, c, d; e; f; g\"\n0|10|\n0.5|-20.25|\n";
    std::replace(text.begin(), text.end(), '|', delimiter);
    CHECK(parse_csv(text) == expected);
  }
}

TEST_CASE("line ends, byte order mark, a missing last line end and empty lines around the table change nothing") {
  const Recording expected = left_hip({0.0, 0.5}, {10.0, -20.25});
  for (const std::string line_end : {"\n", "\r\n", "\r"}) {
    for (const std::string before : {"", "\xEF\xBB\xBF", "# made by a lab, 2026; \"x\n# \n\n", "\n \n"}) {
      for (const std::string after : {"", "|", "||  |\t|"}) {
        std::string text = before + "time,hip_abduction_left|0,10|0.5,-20.25" + after;
        for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos;) text.replace(at, 1, line_end);
        CAPTURE(text);
        CHECK(parse_csv(text) == expected);
      }
    }
  }
}

TEST_CASE("quoted cells may hold delimiters, quotes and line ends") {
  CHECK(parse_csv(
            "\"time\", \"hip_abduction_left\" ,\"a \"\"b\"\"\"\r\n\"0\",\"10\",\"x,\r\ny\"\"z\"\r\n \"1\" ,11,\"\"") ==
        left_hip({0.0, 1.0}, {10.0, 11.0}));
  CHECK(with_columns("time,\"a \"\"b\"\"\"\n0,1\n", {{"hip_abduction_left", "a \"b\""}}) == left_hip({0.0}, {1.0}));
}

TEST_CASE("blanks around cells are trimmed") {
  CHECK(parse_csv(" time , hip_abduction_left \n 0 , 10 \n\t1\t,  \n") == left_hip({0.0, 1.0}, {10.0, absent}));
}

TEST_CASE("empty cells, nan, na and null are absent") {
  for (const char* cell : {"", " ", "nan", "NaN", "NAN", "-nan", "nan(ind)", "NA", "na", "null", "NULL", "\"\""}) {
    CAPTURE(cell);
    CHECK(parse_csv("time,hip_abduction_left\n0," + std::string{cell} + "\n1,2\n") ==
          left_hip({0.0, 1.0}, {absent, 2.0}));
  }
}

TEST_CASE("numbers are read in every usual spelling") {
  const std::map<std::string, double> spellings{{"12", 12.0},
                                                {"+12", 12.0},
                                                {"-12.5", -12.5},
                                                {".5", 0.5},
                                                {"-.5", -0.5},
                                                {"5.", 5.0},
                                                {"1e2", 100.0},
                                                {"1.5E-1", 0.15},
                                                {"0012", 12.0},
                                                {"-0.0", 0.0},
                                                {"0.1", 0.1},
                                                {"123456789012345", 123456789012345.0},
                                                {"0.30000000000000004", 0.30000000000000004}};
  for (const auto& [cell, value] : spellings) {
    CAPTURE(cell);
    CHECK(parse_csv("time,hip_abduction_left\n0," + cell + "\n") == left_hip({0.0}, {value}));
  }
  CHECK(std::signbit(parse_csv("time,hip_abduction_left\n0,-0.0\n").column(Channel::hip_abduction_left)[0]));
}

TEST_CASE("a decimal comma is understood where the comma does not separate") {
  CHECK(parse_csv("time;hip_abduction_left\n0;10,5\n0,5;-20,25\n1;3\n") ==
        left_hip({0.0, 0.5, 1.0}, {10.5, -20.25, 3.0}));
  CHECK(parse_csv("time\thip_abduction_left\n0,25\t1,5e1\n") == left_hip({0.25}, {15.0}));
  CHECK(parse_csv("time,hip_abduction_left\n\"0\",1.5\n") == left_hip({0.0}, {1.5}));
}

TEST_CASE("usual time columns are understood with their unit, in any case") {
  const std::map<std::string, double> units{{"time", 1.0},
                                            {"Time", 1.0},
                                            {"t", 1.0},
                                            {"time_s", 1.0},
                                            {"t_s", 1.0},
                                            {"seconds", 1.0},
                                            {"timestamp", 1.0},
                                            {"timestamp_s", 1.0},
                                            {"Time [s]", 1.0},
                                            {"TIME (sec)", 1.0},
                                            {"time_ms", 1e3},
                                            {"t_ms", 1e3},
                                            {"timestamp_ms", 1e3},
                                            {"milliseconds", 1e3},
                                            {"Time (ms)", 1e3},
                                            {"time_us", 1e6},
                                            {"Timestamp (us)", 1e6},
                                            {"Time [\u00b5s]", 1e6},
                                            {"t [\u03bcs]", 1e6},
                                            {"microseconds", 1e6},
                                            {"timestamp_ns", 1e9},
                                            {"nanoseconds", 1e9}};
  for (const auto& [column, per_second] : units) {
    CAPTURE(column);
    const std::string time = std::to_string(static_cast<long long>(1.5 * per_second * 2));
    CHECK(parse_csv(column + ",hip_abduction_left\n" + time + ",1\n") == left_hip({3.0}, {1.0}));
  }
}

TEST_CASE("a clock that began long ago is counted from the first row") {
  CHECK(parse_csv("timestamp_ms,hip_abduction_left\n1700000000250,1\n1700000000500,2\n1700000000000,3\n") ==
        left_hip({0.0, 0.25, -0.25}, {1.0, 2.0, 3.0}));
  CHECK(parse_csv("timestamp,hip_abduction_left\n1000,1\n1001,2\n") == left_hip({1000.0, 1001.0}, {1.0, 2.0}));
}

TEST_CASE("rows keep the order of the file, repeated times too") {
  CHECK(parse_csv("t,hip_abduction_left\n2,1\n1,2\n1,3\n") == left_hip({2.0, 1.0, 1.0}, {1.0, 2.0, 3.0}));
}

TEST_CASE("a header may say degrees or radians") {
  CHECK(parse_csv("t,hip_abduction_left_deg\n0,90\n") == left_hip({0.0}, {90.0}));
  const Recording turned = parse_csv("t,hip_abduction_left_rad\n0,1.5707963267948966\n1,\n");
  CHECK(turned.column(Channel::hip_abduction_left)[0] == Approx(90.0));
  CHECK(std::isnan(turned.column(Channel::hip_abduction_left)[1]));
  CHECK(with_columns("t,left_rad\n0,1.5707963267948966\n", {{"hip_abduction_left", "-left_rad"}})
            .column(Channel::hip_abduction_left)[0] == Approx(-90.0));
}

TEST_CASE("columns are named in either direction, with or without a minus") {
  constexpr std::string_view text = "t_s,abd\n0,10\n1,\n";
  const Recording plain = left_hip({0.0, 1.0}, {10.0, absent});
  const Recording turned = left_hip({0.0, 1.0}, {-10.0, absent});
  CHECK(with_columns(text, {{"hip_abduction_left", "abd"}}) == plain);
  CHECK(with_columns(text, {{"abd", "hip_abduction_left"}}) == plain);
  CHECK(with_columns(text, {{"hip_abduction_left", "-abd"}}) == turned);
  CHECK(with_columns(text, {{"-abd", "hip_abduction_left"}}) == turned);
  CHECK(with_columns(text, {{"-hip_abduction_left", "abd"}}) == turned);
  CHECK(with_columns(text, {{"-hip_abduction_left", "-abd"}}) == plain);
}

TEST_CASE("a named column goes before one with our own word") {
  CHECK(with_columns("time,hip_abduction_left,corrected\n0,1,2\n", {{"hip_abduction_left", "corrected"}}) ==
        left_hip({0.0}, {2.0}));
  CHECK(with_columns("time,clock_ms,hip_abduction_left\n7,500,1\n", {{"time", "clock_ms"}}) == left_hip({0.5}, {1.0}));
  CHECK(with_columns("when,time_ms,t,hip_abduction_left\n7,500,3,1\n", {{"when", "time"}}) == left_hip({7.0}, {1.0}));
}

TEST_CASE("of two words of ours the right one is the file's if the file has it") {
  Recording swapped = left_hip({0.0}, {2.0});
  swapped.set(Channel::hip_abduction_right, {1.0});
  CHECK(with_columns("t,hip_abduction_left,hip_abduction_right\n0,1,2\n",
                     {{"hip_abduction_left", "hip_abduction_right"}, {"hip_abduction_right", "hip_abduction_left"}}) ==
        swapped);
  const Recording left_only = left_hip({0.0}, {1.0});
  CHECK(with_columns("t,hip_abduction_right\n0,1\n", {{"hip_abduction_left", "hip_abduction_right"}}) == left_only);
  CHECK(with_columns("t,hip_abduction_right\n0,1\n", {{"hip_abduction_right", "hip_abduction_left"}}) == left_only);
}

TEST_CASE("the source is the caller's, else what the columns show") {
  constexpr std::string_view markers = "t,pelvis_tilt,LASI_x_mm,LASI_y_mm,RASI_x_mm,RASI_y_mm\n0,1,2,3,4,5\n";
  CHECK(parse_csv(markers).source == Source::optical_markers);
  CHECK(parse_csv(markers, {{}, Source::goniometer}).source == Source::goniometer);
  CHECK_FALSE(parse_csv("t,pelvis_tilt,LASI_x_mm\n0,1,2\n").source.has_value());
  CHECK(parse_csv("t,pelvis_tilt\n0,1\n", {{}, Source::imu_pair}).source == Source::imu_pair);
}

TEST_CASE("columns with the same name are no matter if they are not read") {
  CHECK(parse_csv("t,x,x,,,hip_abduction_left\n0,1,2,3,4,5\n") == left_hip({0.0}, {5.0}));
}

}  // namespace exchange_csv_test
