package dev.sayso.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends many requests over a few connections and takes the time of each.
 */
final class Load {

	private final URI address;

	private final int connections;

	Load(URI address, int connections) {
		this.address = address;
		this.connections = connections;
	}

	/**
	 * Sends all of these, each connection the next one that nobody has sent.
	 * @param expected the status that each answer has to have
	 */
	Figures send(List<Wire.Request> requests, int expected) {
		long[] times = new long[requests.size()];
		AtomicInteger next = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(this.connections);
		try {
			List<Future<?>> all = new ArrayList<>();
			long start = System.nanoTime();
			for (int connection = 0; connection < this.connections; connection++) {
				all.add(threads.submit(() -> send(requests, expected, next, times)));
			}
			for (Future<?> one : all) {
				one.get();
			}
			return Figures.of(System.nanoTime() - start, times);
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void send(List<Wire.Request> requests, int expected, AtomicInteger next, long[] times) {
		try (Wire wire = new Wire(this.address)) {
			for (int number = next.getAndIncrement(); number < times.length; number = next.getAndIncrement()) {
				long sent = System.nanoTime();
				Wire.Answer answer = wire.send(requests.get(number));
				times[number] = System.nanoTime() - sent;
				if (answer.status() != expected) {
					throw new IllegalStateException(
							requests.get(number).path() + " answered " + answer.status() + "\n" + answer.body());
				}
			}
		}
	}

}
