package dev.sayso;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight who change consents over HTTP at the same time: six by the API, two to a person,
 * and two people on their own pages.
 */
final class Writers implements AutoCloseable {

	/** So many changes at least come from pages each time. */
	static final int ON_PAGES = 10;

	private final ExecutorService threads = Executors.newFixedThreadPool(8);

	private final List<Writer> byApi = new ArrayList<>();

	private final List<Writer> onPages = new ArrayList<>();

	private List<Future<?>> writing = List.of();

	Writers(RunningProduct product) {
		Caller caller = new Caller(product);
		for (int person = 0; person < 5; person++) {
			String name = "writer-" + person;
			String body = "{\"externalId\":\"%s\",\"email\":\"%s@posteo.example\"}".formatted(name, name);
			assertThat(caller.api("POST", "", body).statusCode()).isEqualTo(201);
			if (person < 2) {
				this.onPages.add(new PageWriter(caller, name, "channel.email"));
			}
			else {
				this.byApi.add(new ApiWriter(caller, name, "email"));
				this.byApi.add(new ApiWriter(caller, name, "sms"));
			}
		}
	}

	/**
	 * Writes until so many more changes are acknowledged, of which some came from pages,
	 * and goes on.
	 */
	void write(int changes) {
		int enough = all() + changes;
		int pages = openings().size() + ON_PAGES;
		this.writing = new ArrayList<>();
		this.byApi.forEach((writer) -> this.writing.add(this.threads.submit(writer)));
		this.onPages.forEach((writer) -> this.writing.add(this.threads.submit(writer)));
		while ((all() < enough || openings().size() < pages) && this.writing.stream().noneMatch(Future::isDone)) {
			pause();
		}
	}

	/**
	 * Waits until each has noticed that nobody answers any more.
	 */
	void rest() {
		try {
			for (Future<?> writer : this.writing) {
				writer.get();
			}
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The reasons given with the changes by the API that were acknowledged.
	 */
	Set<String> reasons() {
		return acknowledged(this.byApi);
	}

	/**
	 * The openings of the pages from which changes were acknowledged.
	 */
	Set<String> openings() {
		return acknowledged(this.onPages);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	private int all() {
		return reasons().size() + openings().size();
	}

	private static Set<String> acknowledged(List<Writer> writers) {
		return writers.stream().flatMap((writer) -> writer.acknowledged().stream()).collect(Collectors.toSet());
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
