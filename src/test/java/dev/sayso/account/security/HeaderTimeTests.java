package dev.sayso.account.security;

import java.time.Duration;

import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTimeTests {

	private final NioSocketWrapper slow = connection();

	private final NioSocketWrapper other = connection();

	private SocketState state = SocketState.LONG;

	private long now = Long.MAX_VALUE - 7;

	private final HeaderTime time = new HeaderTime(new Answers(), () -> this.now);

	@Test
	void aByteNowAndThenKeepsAConnectionForHalfAMinute() {
		for (int second = 0; second <= 30; second += 3) {
			assertThat(process(this.slow)).as(second + " s").isEqualTo(SocketState.LONG);
			pass(3);
		}
		assertThat(process(this.other)).isEqualTo(SocketState.LONG);
		assertThat(process(this.slow)).isEqualTo(SocketState.CLOSED);
	}

	@Test
	void eachRequestOfAConnectionHasItsOwnTime() {
		for (int request = 0; request < 5; request++) {
			this.state = SocketState.LONG;
			assertThat(process(this.slow)).isEqualTo(SocketState.LONG);
			pass(20);
			assertThat(process(this.slow)).isEqualTo(SocketState.LONG);
			this.state = SocketState.OPEN;
			assertThat(process(this.slow)).isEqualTo(SocketState.OPEN);
		}
	}

	@Test
	void nothingIsKeptOfAConnectionThatIsGone() {
		process(this.slow);
		pass(40);
		this.time.release(this.slow);
		assertThat(process(this.slow)).isEqualTo(SocketState.LONG);
	}

	private SocketState process(NioSocketWrapper socket) {
		return this.time.process(socket, SocketEvent.OPEN_READ);
	}

	private void pass(int seconds) {
		this.now += Duration.ofSeconds(seconds).toNanos();
	}

	private static NioSocketWrapper connection() {
		return new NioSocketWrapper(new NioChannel(new SocketBufferHandler(16, 16, false)), new NioEndpoint());
	}

	/** Says of each connection the same. */
	private final class Answers implements Handler<NioChannel> {

		@Override
		public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent status) {
			return HeaderTimeTests.this.state;
		}

		@Override
		public Object getGlobal() {
			return this;
		}

		@Override
		public void release(SocketWrapperBase<NioChannel> socket) {
		}

		@Override
		public void pause() {
		}

		@Override
		public void recycle() {
		}

	}

}
