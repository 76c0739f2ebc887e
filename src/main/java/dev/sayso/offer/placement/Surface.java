package dev.sayso.offer.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.sayso.shared.Channel;

/**
 * Where an offer meets people: on a site, in an app, or through a channel, whose verdict
 * then counts.
 *
 * @param key the name in forms, in the API and in the store
 */
public record Surface(String key) {

	public static final Surface WEB = new Surface("web");

	public static final Surface APP = new Surface("app");

	/** All there are, in the order in which people choose them. */
	public static List<Surface> all() {
		return Stream
			.concat(Stream.of(WEB, APP), Arrays.stream(Channel.values()).map((channel) -> new Surface(channel.key())))
			.toList();
	}

	public static Optional<Surface> of(String key) {
		return all().stream().filter((surface) -> surface.key.equals(key)).findFirst();
	}

	/** The channel; empty for what is no contact. */
	public Optional<Channel> channel() {
		return Channel.of(this.key);
	}

	public String icon() {
		return channel().map(Channel::icon).orElse(equals(WEB) ? "world" : "device-mobile");
	}

}
