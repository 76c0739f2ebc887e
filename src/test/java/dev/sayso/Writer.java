package dev.sayso;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One who changes consents over HTTP without a pause, and remembers each change that was
 * acknowledged.
 */
abstract class Writer implements Runnable {

	private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

	private int turn;

	@Override
	public final void run() {
		try {
			while (true) {
				this.turn++;
				this.acknowledged.add(change(this.turn));
			}
		}
		catch (Caller.NobodyAnswers ex) {
			// killed, as intended
		}
	}

	/**
	 * Changes something.
	 * @return what tells the change from every other, once it is acknowledged
	 */
	abstract String change(int turn);

	Set<String> acknowledged() {
		return this.acknowledged;
	}

}
