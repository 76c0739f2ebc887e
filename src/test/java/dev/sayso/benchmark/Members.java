package dev.sayso.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Takes a list of people away over HTTP and counts its lines.
 */
record Members(URI address, String path, String form) {

	/** What came, and in which time. */
	record Taken(long rows, long bytes, double seconds) {

		/**
		 * Reads to the end.
		 */
		static Taken count(InputStream in, long begun) throws IOException {
			byte[] some = new byte[65_536];
			long rows = 0;
			long bytes = 0;
			for (int read = in.read(some); read >= 0; read = in.read(some)) {
				bytes += read;
				for (int at = 0; at < read; at++) {
					rows += (some[at] == '\n') ? 1 : 0;
				}
			}
			return new Taken(rows, bytes, (System.nanoTime() - begun) / 1e9);
		}

		static Taken median(List<Taken> runs) {
			return runs.stream().sorted(Comparator.comparingDouble(Taken::seconds)).toList().get(runs.size() / 2);
		}

		double perSecond() {
			return this.rows / this.seconds;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%.0f rows/s, %.0f MB/s", perSecond(), this.bytes / this.seconds / 1e6);
		}

	}

	Taken take() throws IOException {
		long begun = System.nanoTime();
		HttpURLConnection connection = (HttpURLConnection) this.address.resolve(this.path).toURL().openConnection();
		connection.setRequestProperty("Accept", this.form);
		connection.setRequestProperty("Authorization", "Bearer sayso-demo-token");
		try (InputStream in = connection.getInputStream()) {
			return Taken.count(in, begun);
		}
	}

}
