package dev.sayso.landing;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;

@Component
public class PersonalLinks {

	private final LinkToken tokens;

	private final LinkMakers makers;

	private final LinkKeys keys;

	private final PublicAddress address;

	PersonalLinks(LinkToken tokens, LinkMakers makers, LinkKeys keys, PublicAddress address) {
		this.keys = keys;
		this.tokens = tokens;
		this.makers = makers;
		this.address = address;
	}

	/** A link that is made to be sent, which is counted. */
	public String make(Actor maker, ProfileId profile, PublishedPage page, String message) {
		this.keys.count();
		return this.address.url() + path(maker, profile, page, message);
	}

	/**
	 * A link that is only shown, within this server. It is not counted: whoever copies it
	 * from the console opens that again.
	 */
	public String path(Actor maker, ProfileId profile, PublishedPage page) {
		return path(maker, profile, page, "");
	}

	private String path(Actor maker, ProfileId profile, PublishedPage page, String message) {
		return "/p/" + page.slug() + "/"
				+ this.tokens.write(new LinkToken.Link(profile, page.number(), this.makers.number(maker), message));
	}

	/** The same with the public address before it. */
	public String url(String path) {
		return this.address.url() + path;
	}

	String address(PublishedPage page) {
		return this.address.url() + "/p/" + page.slug();
	}

}
