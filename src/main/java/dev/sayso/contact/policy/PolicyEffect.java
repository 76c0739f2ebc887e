package dev.sayso.contact.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * What a policy does and would do, counted.
 *
 * @param left people whom it would leave out on some channel
 * @param more people whom it leaves out on some channel and did not
 * @param fewer people whom it leaves out no longer
 * @param seconds how long counting took
 */
record PolicyEffect(long left, long more, long fewer, List<OnChannel> channels, List<Pair> pairs, double seconds) {

	/**
	 * @param people for whom it binds, of those who have an address
	 * @param before whom the version in force leaves out of all who have an address
	 * @param after whom it would leave out
	 */
	record OnChannel(Channel channel, long people, long before, long after) {

		public boolean isTouched() {
			return this.people > 0 || this.before > 0 || this.after > 0;
		}

		/** The length of a bar in percent. */
		public long share(long of) {
			long all = Math.max(this.people, Math.max(this.before, this.after));
			return (all == 0) ? 0 : Math.round(100.0 * of / all);
		}

	}

	/**
	 * Another policy that binds some of the same people.
	 *
	 * @param people for whom both bind
	 * @param channel on which nobody is left of them; null where somebody always is
	 */
	record Pair(String slug, String name, int number, long people, @Nullable Channel channel) {

		public boolean isDeadly() {
			return this.channel != null;
		}

	}

	public List<Pair> deadly() {
		return this.pairs.stream().filter(Pair::isDeadly).toList();
	}

	public List<Pair> others() {
		return this.pairs.stream().filter((pair) -> !pair.isDeadly()).toList();
	}

	public List<OnChannel> touched() {
		return this.channels.stream().filter(OnChannel::isTouched).toList();
	}

	public List<OnChannel> untouched() {
		return this.channels.stream().filter((channel) -> !channel.isTouched()).toList();
	}

}
