// A program outside the library's tree: guides the built-in person through the built-in exercise.

#include <cstdio>
#include <iostream>

#include <stretchcore/exchange/csv.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/history.hpp>
#include <stretchcore/simulation/virtual_person.hpp>
#include <stretchcore/stretchcore.hpp>

int main() {
  namespace sc = stretchcore;

  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch")};
  session.report(sc::Command{sc::Time{0}, sc::Action::start});

  sc::VirtualPerson person{1};
  person.follow(session, [&](const sc::Event& event) {
    const std::string words = session.text(event, "en");
    if (!words.empty()) std::cout << sc::to_seconds(person.now()) << " s: " << words << '\n';
  });

  std::cout << session.summary().text() << '\n';

  const sc::Recording recording = sc::parse_csv("time,hip_abduction_left,hip_abduction_right\n0,1,2\n0.1,1.5,2.5\n");
  const auto kept = sc::from_archive<sc::Recording>(sc::to_archive(recording));

  sc::History history{"consumer.history"};
  history.add("somebody", sc::seconds(1.8e9), session.summary());
  const bool remembered = history.sessions("somebody").size() == 1;
  history.close();
  std::remove("consumer.history");
  return session.over() && kept.size() == 2 && remembered ? 0 : 1;
}
