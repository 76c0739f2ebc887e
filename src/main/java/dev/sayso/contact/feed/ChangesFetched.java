package dev.sayso.contact.feed;

import java.util.List;
import java.util.UUID;

/**
 * A system pulled changes from the feed.
 *
 * @param token the API token it showed
 */
public record ChangesFetched(UUID token, List<SayChange> changes) {

}
