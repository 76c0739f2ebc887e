package dev.sayso.contact.inbound;

import java.util.List;
import java.util.Locale;

import dev.sayso.shared.Channel;

/**
 * What one has to know to set up a connector of a kind; said at
 * {@code connector.kind.<key>}, with {@code .help} on what the provider needs.
 *
 * @param key as the store keeps it, at most 20 characters
 * @param trust how what comes is known to be the provider's
 * @param account whether one names the account that may send, said at
 * {@code connector.account.<key>}
 * @param channels what messages of this kind can be, the usual first
 */
public record ProviderKind(String key, Trust trust, boolean account, List<Channel> channels) {

	/** What proves that something is the provider's. */
	public enum Trust {

		/** A secret that is made here and given to the provider. */
		SECRET,

		/** A secret that the provider gives out. */
		PROVIDERS_SECRET,

		/** A public key that the provider gives out. */
		PUBLIC_KEY,

		/** A certificate of the provider's, which is found by what comes. */
		CERTIFICATE;

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A page that goes with a connector.
	 *
	 * @param title message key of what it is called
	 */
	public record Link(String href, String title) {

	}

	/**
	 * What keeps a connector from taking anything.
	 *
	 * @param state message key of what the connector lacks
	 * @param href of the page on which it is set
	 * @param action message key of what leads there
	 */
	public record Missing(String state, String href, String action) {

	}

	public String title() {
		return "connector.kind." + this.key;
	}

	public String help() {
		return title() + ".help";
	}

}
