package dev.sayso.landing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;

/**
 * Makes the links by which a mail program unsubscribes somebody in one click (RFC 8058),
 * with the headers that carry them.
 */
@Component
public class UnsubscribeLinks {

	private final LinkToken tokens;

	private final LinkMakers makers;

	private final LinkKeys keys;

	private final LinkGenerations generations;

	private final PublicAddress address;

	UnsubscribeLinks(LinkToken tokens, LinkMakers makers, LinkKeys keys, LinkGenerations generations,
			PublicAddress address) {
		this.generations = generations;
		this.tokens = tokens;
		this.makers = makers;
		this.keys = keys;
		this.address = address;
	}

	/**
	 * A link with the headers of the message, to be covered by its DKIM signature (RFC
	 * 8058, 3.1).
	 */
	public record UnsubscribeLink(String url, Map<String, String> headers) {

		/** The headers as a message has them. */
		public String lines() {
			return this.headers.entrySet()
				.stream()
				.map((header) -> header.getKey() + ": " + header.getValue())
				.collect(Collectors.joining("\n"));
		}

	}

	/** A link that is made to be sent, which is counted. */
	public UnsubscribeLink make(Actor maker, ProfileId profile, String purpose, String message) {
		this.keys.count();
		return link(maker, profile, purpose, message);
	}

	/** A link that is only shown; see {@link PersonalLinks#path}. */
	public UnsubscribeLink show(Actor maker, ProfileId profile, String purpose) {
		return link(maker, profile, purpose, "");
	}

	private UnsubscribeLink link(Actor maker, ProfileId profile, String purpose, String message) {
		String url = this.address.url() + "/u/" + this.tokens.write(new LinkToken.Unsubscribe(profile,
				this.makers.number(maker), purpose, message, this.generations.find(profile)));
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("List-Unsubscribe", "<" + url + ">");
		headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		headers.put("List-Id", "<" + purpose.replaceFirst("^[a-z]+\\.", "") + "." + URI.create(url).getHost() + ">");
		return new UnsubscribeLink(url, headers);
	}

}
