#pragma once

#include <boost/container/static_vector.hpp>
#include <cstddef>

#include <stretchcore/stream/event.hpp>

namespace stretchcore {

/// Room for the events of one call. Where a call brings more, the gravest are told and the rest are counted.
using EventBuffer = boost::container::static_vector<Event, 128>;

}  // namespace stretchcore
