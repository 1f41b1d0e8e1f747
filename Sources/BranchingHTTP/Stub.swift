import Crypto
import Hummingbird
import HummingbirdTLS

func stub() -> Router<BasicRequestContext> { Router() }
