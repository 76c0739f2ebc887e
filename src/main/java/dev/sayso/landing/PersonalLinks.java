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

	public String make(Actor maker, ProfileId profile, PublishedPage page) {
		return this.address.url() + path(maker, profile, page);
	}

	/** The same within this server, to open it from the console. */
	public String path(Actor maker, ProfileId profile, PublishedPage page) {
		LinkToken.Link link = new LinkToken.Link(profile, page.number(), this.makers.number(maker));
		this.keys.count();
		return "/p/" + page.slug() + "/" + this.tokens.write(link);
	}

	String address(PublishedPage page) {
		return this.address.url() + "/p/" + page.slug();
	}

}
