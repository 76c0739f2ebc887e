package dev.sayso.landing;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SaysoProperties;

/**
 * Makes personal links, each with who made it.
 */
@Component
public class PersonalLinks {

	private final LinkToken tokens;

	private final LinkMakers makers;

	private final LinkKeys keys;

	private final SaysoProperties properties;

	PersonalLinks(LinkToken tokens, LinkMakers makers, LinkKeys keys, SaysoProperties properties) {
		this.keys = keys;
		this.tokens = tokens;
		this.makers = makers;
		this.properties = properties;
	}

	public String make(Actor maker, ProfileId profile, PublishedPage page) {
		return base() + path(maker, profile, page);
	}

	/** The same within this server, to open it from the console. */
	public String path(Actor maker, ProfileId profile, PublishedPage page) {
		LinkToken.Link link = new LinkToken.Link(profile, page.number(), this.makers.number(maker));
		this.keys.count();
		return "/p/" + page.slug() + "/" + this.tokens.write(link);
	}

	String address(PublishedPage page) {
		return base() + "/p/" + page.slug();
	}

	private String base() {
		String named = this.properties.baseUrl();
		String base = named.isBlank() ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() : named;
		return base.replaceAll("/+$", "");
	}

}
