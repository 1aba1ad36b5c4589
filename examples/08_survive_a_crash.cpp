// The app dies in the middle of a stretch, and the session goes on from its journal as if nothing had been.

#include <cstdio>
#include <filesystem>

#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/journal.hpp>
#include <stretchcore/simulation/virtual_person.hpp>
#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

namespace {

/// What she does, as her camera saw it: her own session in this program stands for the real world.
std::vector<sc::Posture> seen() {
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch")};
  sc::VirtualPerson person{7, {.rate = 10.0}};
  std::vector<sc::Posture> postures;
  while (!session.over()) {
    person.step(session);
    postures.push_back(person.posture());
  }
  return postures;
}

}  // namespace

int main() {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "stretchcore_example_08";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const std::string journal = folder / "today.journal";
  const std::vector<sc::Posture> postures = seen();

  {
    sc::JournaledSession session{journal, sc::catalog().at("dynamic-inner-thigh-stretch")};
    session.report(sc::Command{sc::seconds(0), sc::Action::start});
    for (std::size_t i = 0; i < 1500; ++i) session.observe(postures[i]);
    std::printf("it ends while %s\n", sc::name(session.session().phase()).data());
  }  // nobody closed the journal: this is where the battery was empty

  sc::JournaledSession session = sc::resume(journal, sc::seconds(4));  // nobody guided for 4 s
  std::printf("it goes on while %s\n", sc::name(session.session().phase()).data());
  for (std::size_t i = 1500; i < postures.size(); ++i) session.observe(postures[i]);
  const sc::Summary summary = session.finish(postures.back().time);

  const sc::Replayed played = sc::replay(journal);
  std::printf("%llu inputs, %zu events, %s\n", static_cast<unsigned long long>(played.inputs), played.events.size(),
              played.closed ? "closed" : "not closed");

  const std::string kept = folder / "today.summary";
  sc::save(summary, kept);
  std::printf("the same summary from the disk: %s\n", sc::load<sc::Summary>(kept) == summary ? "yes" : "no");
  std::filesystem::remove_all(folder);
}
