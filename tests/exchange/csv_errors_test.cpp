#include <map>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/csv.hpp>

#include "catch.hpp"
#include "exchange/refusal.hpp"

namespace exchange_csv_errors_test {

using namespace stretchcore;

namespace {

Refusal refusal_of_csv(std::string_view text, const std::map<std::string, std::string>& columns = {}) {
  return refusal_of([&] { parse_csv(text, ReadOptions{columns}, "file.csv"); });
}

}  // namespace

TEST_CASE("a cell that is no number is refused with file, line, column and our word") {
  CHECK(refusal_of_csv("time,note,hip_abduction_left\n0,x,1\n1,y,12x\n") ==
        Refusal{"file.csv:3:3: hip_abduction_left: \"12x\" is not a number", 3, 3});
  CHECK(refusal_of_csv("# lab\n\nt_s,abd\n0,1 2\n", {{"hip_abduction_left", "abd"}}) ==
        Refusal{"file.csv:4:2: hip_abduction_left (\"abd\"): \"1 2\" is not a number", 4, 2});
  for (const char* cell :
       {"-", "+", "+-1", "1.2.3", "0x10", "1e", "--1", "inf", "-Infinity", "1,5", "NaN1", "n/a", "12°"}) {
    CAPTURE(cell);
    CHECK(refusal_of_csv("time;hip_abduction_left;pelvis_tilt\n0;1.5;" + std::string{cell} + "\n").line == 2);
  }
  CHECK(refusal_of_csv("time,hip_abduction_left\n0,1e999\n").message ==
        "file.csv:2:2: hip_abduction_left: \"1e999\" is out of range");
  CHECK(refusal_of_csv("time,hip_abduction_left_rad\n0,1e306\n0,1e308\n").line == 3);
}

TEST_CASE("lines are counted through quoted cells that span several") {
  CHECK(refusal_of_csv("time,note,pelvis_tilt\n0,\"a\n\n\",1\n1,\"b\r\n\",x\n") ==
        Refusal{"file.csv:6:3: pelvis_tilt: \"x\" is not a number", 6, 3});
}

TEST_CASE("a time must be there, be finite and stay within a year of the start") {
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,1\n,2\n") ==
        Refusal{"file.csv:3:1: time: is missing; every row needs one", 3, 1});
  CHECK(refusal_of_csv("t_s,pelvis_tilt\nnan,1\n").message ==
        "file.csv:2:1: time (\"t_s\"): is missing; every row needs one");
  CHECK(refusal_of_csv("time,pelvis_tilt\ninf,1\n").message == "file.csv:2:1: time: \"inf\" is not a number");
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,1\n1700000000,2\n") ==
        Refusal{"file.csv:3:1: time: \"1700000000\" is more than a year from the start", 3, 1});
}

TEST_CASE("a row with too few or too many cells is refused at the first that is wrong") {
  CHECK(refusal_of_csv("time,pelvis_tilt,a\n0,1,2\n0,1\n") ==
        Refusal{"file.csv:3:3: the row has 2 cells, the header has 3", 3, 3});
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,1,2,3\n") ==
        Refusal{"file.csv:2:3: the row has 4 cells, the header has 2", 2, 3});
  CHECK(refusal_of_csv("time,pelvis_tilt\n0\n").message == "file.csv:2:2: the row has 1 cell, the header has 2");
}

TEST_CASE("an empty line inside the table, no rows, no header and no text are refused") {
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,1\n\n1,2\n") ==
        Refusal{"file.csv:3: an empty line inside the table", 3, 0});
  CHECK(refusal_of_csv("# x\ntime,pelvis_tilt\n\n") == Refusal{"file.csv:2: no rows after the header line", 2, 0});
  const std::string without_header = "file.csv: has no header line; the first line names the columns";
  for (const char* text : {"", "\n\n", "# only a comment", "\xEF\xBB\xBF"}) {
    CHECK(refusal_of_csv(text) == Refusal{without_header, 0, 0});
  }
  CHECK(refusal_of_csv("0,1\n0.5,2\n") ==
        Refusal{"file.csv:1: has no header line; the first line holds numbers where it should name the columns", 1, 0});
}

TEST_CASE("a header without time names the columns it found and how to name one") {
  CHECK(
      refusal_of_csv("frame,pelvis_tilt\n0,1\n") ==
      Refusal{"file.csv:1: no time column among \"frame\", \"pelvis_tilt\"; name it with columns={\"time\": \"…\"} or "
              "--column time=…, or give the rate of the rows with frame_rate=… or --frame-rate …",
              1, 0});
  CHECK_THAT(refusal_of_csv("a,b,c,d,e,f,g,h,i,j,k,l\n").message, Catch::Matchers::Contains("\"i\", \"j\" and 2 more"));
}

TEST_CASE("a header without channels suggests what a laboratory's names may mean, and takes none by itself") {
  CHECK(refusal_of_csv("t_s,hip_abd_L,hip_abd_R,pelvis_obliq,LKNE_x_mm\n0,1,2,3,4\n").message ==
        "file.csv:1: no column is one of our channels, such as hip_abduction_left; found \"t_s\", \"hip_abd_L\", "
        "\"hip_abd_R\", \"pelvis_obliq\", \"LKNE_x_mm\"; perhaps columns={\"hip_abduction_left\": \"hip_abd_L\", "
        "\"hip_abduction_right\": \"hip_abd_R\", \"pelvis_list\": \"pelvis_obliq\"} or --column "
        "hip_abduction_left=hip_abd_L --column hip_abduction_right=hip_abd_R --column pelvis_list=pelvis_obliq");
  const std::map<std::string, std::string> suggestions{
      {"abd_R", "hip_abduction_right=abd_R"},
      {"Left Hip Abduction (deg)", "hip_abduction_left=\"Left Hip Abduction (deg)\""},
      {"hip_flex_L", "hip_flexion_left=hip_flex_L"},
      {"hip_rot_R", "hip_rotation_right=hip_rot_R"},
      {"knee_R", "knee_flexion_right=knee_R"},
      {"hip_adduction_l", "hip_abduction_left=-hip_adduction_l"},
      {"tilt", "pelvis_tilt=tilt"},
      {"pelvis_rot", "pelvis_rotation=pelvis_rot"},
      {"spine_flex", "spine_flexion=spine_flex"},
      {"trunk bending", "spine_side_bend=\"trunk bending\""},
      {"HIP_ABDUCTION_LEFT", "hip_abduction_left=HIP_ABDUCTION_LEFT"},
      {"hip_abductoin_left", "hip_abduction_left=hip_abductoin_left"}};
  for (const auto& [column, suggestion] : suggestions) {
    CHECK_THAT(refusal_of_csv("t," + column + "\n0,1\n").message, Catch::Matchers::EndsWith(" --column " + suggestion));
  }
  for (const char* column : {"L", "left", "hip", "hip_L", "rotation", "flexion", "opening", "LKNE_x_mm", "label"}) {
    CHECK_THAT(refusal_of_csv("t," + std::string{column} + "\n0,1\n").message,
               Catch::Matchers::EndsWith("--column hip_abduction_left=…"));
  }
}

TEST_CASE("two columns for one word, and one column for two words, are refused") {
  const std::string which = "; say which with columns={\"time\": \"…\"} or --column time=…";
  CHECK(refusal_of_csv("time,t_ms,pelvis_tilt\n") ==
        Refusal{"file.csv:1:2: two columns for time, \"time\" and \"t_ms\"" + which, 1, 2});
  CHECK(refusal_of_csv("t,pelvis_tilt,pelvis_tilt\n").column == 3);
  CHECK(refusal_of_csv("t,pelvis_tilt,a,pelvis_tilt_deg\n").column == 4);
  CHECK(refusal_of_csv("t,a,b\n0,1,2\n", {{"pelvis_tilt", "a"}, {"b", "pelvis_tilt"}}).message ==
        "file.csv:1:2: columns: two columns are given for pelvis_tilt");
  CHECK(refusal_of_csv("t,a\n0,1\n", {{"pelvis_tilt", "a"}, {"pelvis_list", "a"}}).message ==
        "file.csv:1:2: columns: \"a\" is given for two words");
  CHECK(refusal_of_csv("t,a,a\n0,1,2\n", {{"pelvis_tilt", "a"}}) ==
        Refusal{"file.csv:1:3: columns: pelvis_tilt wants \"a\", which the file has twice", 1, 3});
}

TEST_CASE("a wrong word in columns is refused with the nearest") {
  CHECK(refusal_of_csv("t,abd\n", {{"hip_abduction_lef", "abd"}}).message ==
        "file.csv:1: columns: neither \"hip_abduction_lef\" nor \"abd\" is a word of ours (time or a channel); did you "
        "mean hip_abduction_left?");
  CHECK(refusal_of_csv("t,abd\n", {{"abd", "qwertyuiop"}}).message ==
        "file.csv:1: columns: neither \"abd\" nor \"qwertyuiop\" is a word of ours (time or a channel)");
  CHECK(refusal_of_csv("t,hip_abd_L\n", {{"hip_abduction_left", "-hip_abd_l"}}).message ==
        "file.csv:1: columns: hip_abduction_left wants \"hip_abd_l\", which the file does not have; did you mean "
        "\"hip_abd_L\"?");
  CHECK(refusal_of_csv("t,a\n", {{"hip_abduction_left", "quite another"}}).message ==
        "file.csv:1: columns: hip_abduction_left wants \"quite another\", which the file does not have");
  CHECK(refusal_of_csv("t,pelvis_tilt\n", {{"time", "-t"}}).message ==
        "file.csv:1:1: columns: time cannot be turned round; take the minus away");
}

TEST_CASE("decimal comma and decimal point in one file are refused") {
  CHECK(
      refusal_of_csv("time;pelvis_tilt\n0.5;1\n1;2,5\n") ==
      Refusal{"file.csv:3:2: pelvis_tilt: \"2,5\" does not fit: the file has both a decimal comma and a decimal point",
              3, 2});
  CHECK(refusal_of_csv("time;pelvis_tilt\n0,5;1\n1.5;2\n").line == 3);
  CHECK(refusal_of_csv("time;pelvis_tilt\n0;1.234,5\n").message ==
        "file.csv:2:2: pelvis_tilt: \"1.234,5\" is not a number");
}

TEST_CASE("broken quoting is refused") {
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,1\n1,\"2\n3,4\n") ==
        Refusal{"file.csv:3: a quote is opened and never closed", 3, 0});
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,\"1\"2\n").line == 2);
}

TEST_CASE("more than 4096 columns are refused") {
  std::string header = "time,pelvis_tilt";
  std::string row = "0,1";
  for (int i = 2; i < 4096; ++i) {
    header += ",x";
    row += ',';
  }
  CHECK(parse_csv(header + '\n' + row).size() == 1);
  CHECK(refusal_of_csv(header + ",x\n" + row).message ==
        "file.csv:1: has more than 4096 columns, the most that are read");
}

TEST_CASE("what a message quotes is short, printable and valid UTF-8") {
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,a\x01\xFF\xC3\xA4\xE2\x82\n").message ==
        "file.csv:2:2: pelvis_tilt: \"a??ä??\" is not a number");
  CHECK(refusal_of_csv("time,pelvis_tilt\n0,\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80\xF0\x9F\x8D\x80\n").message ==
        "file.csv:2:2: pelvis_tilt: \"?????????🍀\" is not a number");
  CHECK(refusal_of_csv("time,pelvis_tilt\n0," + std::string(5000, 'x') + "\n").message.size() < 120);
}

}  // namespace exchange_csv_errors_test
