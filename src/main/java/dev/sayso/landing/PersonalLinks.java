package dev.sayso.landing;

import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;

/**
 * The addresses of published pages that are one person's own.
 */
@Component
public class PersonalLinks {

	private final LinkToken tokens;

	private final LinkMakers makers;

	private final LinkKeys keys;

	private final LinkGenerations generations;

	private final PublicAddress address;

	PersonalLinks(LinkToken tokens, LinkMakers makers, LinkKeys keys, LinkGenerations generations,
			PublicAddress address) {
		this.generations = generations;
		this.keys = keys;
		this.tokens = tokens;
		this.makers = makers;
		this.address = address;
	}

	/** A link that is made to be sent, which is counted. */
	public String make(Actor maker, ProfileId profile, PublishedPage page, String message) {
		return make(maker, profile, page, "", message);
	}

	/**
	 * The same to a page that is about the service that its link names.
	 * @param service the key of that service; empty where the page names its own
	 */
	public String make(Actor maker, ProfileId profile, PublishedPage page, String service, String message) {
		this.keys.count();
		return this.address.url() + path(maker, profile, page, service, message);
	}

	/** Makes the same for many people, one after the other. */
	public Function<ProfileId, String> makeEach(Actor maker, PublishedPage page) {
		int number = this.makers.number(maker);
		ToIntFunction<ProfileId> generations = this.generations.ofEach(page.id());
		String address = address(page) + "/";
		return (profile) -> {
			this.keys.count();
			return address + this.tokens
				.write(new LinkToken.Link(profile, page.number(), number, "", "", generations.applyAsInt(profile)));
		};
	}

	/**
	 * A link that is only shown, within this server. It is not counted: whoever copies it
	 * from the console opens that again.
	 */
	public String path(Actor maker, ProfileId profile, PublishedPage page) {
		return path(maker, profile, page, "", "");
	}

	/** The same to a page that is about the service that its link names. */
	public String path(Actor maker, ProfileId profile, PublishedPage page, String service) {
		return path(maker, profile, page, service, "");
	}

	/**
	 * The same as made by whoever made the link that somebody is here by.
	 * @param maker their number
	 */
	public String path(int maker, ProfileId profile, PublishedPage page, String service) {
		return path(maker, profile, page, service, "");
	}

	private String path(Actor maker, ProfileId profile, PublishedPage page, String service, String message) {
		return path(this.makers.number(maker), profile, page, service, message);
	}

	private String path(int maker, ProfileId profile, PublishedPage page, String service, String message) {
		return "/p/" + page.slug() + "/" + this.tokens.write(new LinkToken.Link(profile, page.number(), maker, message,
				service, this.generations.find(page.id(), profile)));
	}

	/** The same with the public address before it. */
	public String url(String path) {
		return this.address.url() + path;
	}

	String address(PublishedPage page) {
		return this.address.url() + "/p/" + page.slug();
	}

}
